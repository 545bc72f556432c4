package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.core.routing.RegionReader;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;

class IntakeTest {
  /** The drone's own time is 42:17.1 past the hour: it was heard 1.02 s later. */
  private static final Instant NOW = Instant.parse("2026-03-01T12:42:18.120Z");

  private static final AgencyId POLICE = new AgencyId("police");
  private static final AgencyId AIRPORT = new AgencyId("airport");
  private static final Drone DRONE = Drone.named("1581F5FJD239C00DW22E");
  private static final String OTHER_ADDRESS = "90:3a:e6:00:11:33";

  private final Intake intake = new Intake(new Formats(), AgencyRegions.NONE);
  private final SensorSession session = new SensorSession();
  private int batches;

  @Test
  void oneFrameIsOneObservation() {
    Observation observation = only(batch().with(DRONE.pack()));

    assertThat(observation.named().droneId().text()).isEqualTo("serial:1581F5FJD239C00DW22E");
    assertThat(observation.named().uasId()).isEqualTo("1581F5FJD239C00DW22E");
    assertThat(observation.named().operatorId()).isEqualTo("NOR4k7q2m9x0b1cu");
    assertThat(observation.times().observedAt()).isEqualTo(NOW);
    assertThat(observation.times().receivedAt()).isEqualTo(NOW);
    assertThat(observation.times().fixedAt()).isEqualTo(Instant.parse("2026-03-01T12:42:17.100Z"));
    assertThat(observation.findings()).isEmpty();
    assertThat(observation.copies()).extracting(Observation.Copy::agency).containsExactly(POLICE);
  }

  @Test
  void aLocationAloneCarriesTheIdentityHeardBefore() {
    only(batch().with(Drone.packOf(DRONE.basicId(), DRONE.operatorId())));

    Observation observation = only(batch().with(Drone.packOf(DRONE.location())));

    assertThat(observation.named().droneId().text()).isEqualTo("serial:1581F5FJD239C00DW22E");
    assertThat(observation.named().operatorId()).isEqualTo("NOR4k7q2m9x0b1cu");
    assertThat(observation.claim().flight()).isNotNull();
  }

  @Test
  void anIdentityAloneDoesNotRepeatAnOldPosition() {
    only(batch().with(DRONE.pack()));

    assertThat(only(batch().with(Drone.packOf(DRONE.basicId()))).claim().flight()).isNull();
  }

  @Test
  void aDroneWithoutIdentityGoesByItsAddressAtOnce() {
    Observation observation = only(batch().with(Drone.packOf(DRONE.location())));

    assertThat(observation.named().droneId().text()).isEqualTo("addr:wifi-beacon:" + Drone.ADDRESS);
    assertThat(observation.named().uasId()).isNull();
  }

  @Test
  void doesNotJoinAcrossTransportsOrAddresses() {
    only(batch().with(DRONE.pack()));
    String location = Drone.packOf(DRONE.location());

    assertThat(only(batch().with(Drone.ADDRESS, "bt5", location)).named().droneId().text())
        .isEqualTo("addr:bt5:" + Drone.ADDRESS);
    assertThat(only(batch().with(OTHER_ADDRESS, "wifi-beacon", location)).named().droneId().text())
        .isEqualTo("addr:wifi-beacon:" + OTHER_ADDRESS);
  }

  @Test
  void anAddressWithAnotherIdentityBeginsAnew() {
    only(batch().with(DRONE.pack()));
    Drone other = Drone.named("1588E040445AC004418");

    Observation changed = only(batch().with(Drone.packOf(other.basicId())));

    assertThat(changed.findings()).containsExactly("id.mac-reuse");
    assertThat(changed.named().droneId().text()).isEqualTo("serial:1588E040445AC004418");
    assertThat(changed.named().operatorId()).isNull();
    assertThat(only(batch().with(Drone.packOf(other.basicId()))).findings()).isEmpty();
  }

  @Test
  void forgetsATransmitterAfterSilence() {
    only(batch().with(DRONE.pack()));
    Instant later = NOW.plus(Assembler.TTL).plusSeconds(1);
    String json = new NativeBatch("roof", 900, later).with(Drone.packOf(DRONE.location())).json();

    Verdict verdict = intake.accept(sensor(false), session, message(json, later));

    assertThat(verdict.observations().getFirst().named().droneId().text()).startsWith("addr:");
  }

  @Test
  void remembersABoundedNumberOfTransmitters() {
    String identity = Drone.packOf(DRONE.basicId());
    for (int i = 0; i <= Assembler.MAX_TRANSMITTERS; i++) {
      String address = "02:00:00:00:%02x:%02x".formatted(i >> 8, i & 0xff);
      only(batch().with(address, "bt4", identity.substring(6)));
    }

    assertThat(session.assembler.size()).isEqualTo(Assembler.MAX_TRANSMITTERS);
    assertThat(session.assembler.evictions()).isEqualTo(1);
  }

  @Test
  void quarantinesAFrameThatNobodyCanBeToldFrom() {
    String item =
        """
        {"t":"%s","m":1,"tr":"bt5","fmt":"odid","hex":"%s"}\
        """
            .formatted(NOW, Drone.packOf(DRONE.location()));

    Verdict verdict = accept(batch().item(item));

    assertThat(verdict.observations()).isEmpty();
    assertThat(verdict.quarantined())
        .singleElement()
        .extracting(quarantined -> quarantined.refusal().reason())
        .isEqualTo("unidentified");
  }

  @Test
  void aFrameWithAnIdentityNeedsNoAddress() {
    String item =
        """
        {"t":"%s","m":1,"tr":"bt5","fmt":"odid","hex":"%s"}\
        """
            .formatted(NOW, DRONE.pack());

    assertThat(only(batch().item(item)).named().droneId().text())
        .isEqualTo("serial:1581F5FJD239C00DW22E");
  }

  @Test
  void aClockThatIsAheadIsReplacedByOurs() {
    Instant arrival = NOW.minusSeconds(61);

    Verdict verdict =
        intake.accept(sensor(false), session, message(batch().with(DRONE.pack()).json(), arrival));

    Observation observation = verdict.observations().getFirst();
    assertThat(observation.times().observedAt()).isEqualTo(arrival);
    assertThat(observation.times().receivedAt()).isEqualTo(NOW);
    assertThat(observation.findings()).containsExactly("clock.ahead");
  }

  @Test
  void aClockThatIsLittleAheadIsKept() {
    Verdict verdict =
        intake.accept(
            sensor(false),
            session,
            message(batch().with(DRONE.pack()).json(), NOW.minusSeconds(60)));

    assertThat(verdict.observations().getFirst().times().observedAt()).isEqualTo(NOW);
  }

  @Test
  void aDroneWhoseClockIsOffIsPlacedAtTheTimeOfReception() {
    Drone wrong = new Drone(DRONE.serial(), DRONE.latDeg(), DRONE.lonDeg(), 50, 9311);

    assertThat(only(batch().with(wrong.pack())).times().fixedAt()).isEqualTo(NOW);
  }

  @Test
  void countsARepeatedBatchAndAnswersItAgain() {
    String json = batch().with(DRONE.pack()).item("{}").json();
    Verdict first = intake.accept(sensor(false), session, message(json, NOW));
    Tally firstTally = intake.confirm(session, first);

    Verdict again = intake.accept(sensor(false), session, message(json, NOW.plusSeconds(5)));

    assertThat(firstTally).isEqualTo(new Tally(1, 0, Map.of("field-missing", 1)));
    assertThat(again.observations()).isEmpty();
    assertThat(again.quarantined()).isEmpty();
    assertThat(again.statuses()).isEmpty();
    assertThat(again.receipt()).isEqualTo(first.receipt());
    assertThat(intake.confirm(session, again)).isEqualTo(new Tally(0, 2, Map.of()));
  }

  @Test
  void appliesABatchAgainThatTheBusNeverGot() {
    String json = batch().with(DRONE.pack()).json();
    Verdict lost = intake.accept(sensor(false), session, message(json, NOW));

    Verdict again = intake.accept(sensor(false), session, message(json, NOW));

    assertThat(again.observations()).hasSize(1);
    assertThat(again.observations().getFirst().copies())
        .isEqualTo(lost.observations().getFirst().copies());
  }

  @Test
  void quarantinesABatchNumberUsedForOtherContent() {
    intake.confirm(session, accept(new NativeBatch("roof", 1, NOW).with(DRONE.pack())));

    Verdict conflict = accept(new NativeBatch("roof", 1, NOW).with(DRONE.at(1, 1).pack()));

    assertThat(conflict.observations()).isEmpty();
    assertThat(conflict.refusals())
        .extracting(Refusal::reason)
        .containsExactly("sequence-conflict");
    assertThat(conflict.receipt())
        .isEqualTo(
            new Receipt(
                7,
                1,
                0,
                List.of(new Receipt.Rejected(Refusal.WHOLE_MESSAGE, "sequence-conflict"))));
  }

  @Test
  void countsButDoesNotKeepWhatTheRadioGarbled() {
    Verdict verdict = accept(batch().item("{\"crc\":false}"));

    assertThat(verdict.quarantined()).isEmpty();
    assertThat(intake.confirm(session, verdict).quarantined()).isEqualTo(Map.of("link-crc", 1));
  }

  @Test
  void sharesWithTheAgencyWhoseRegionItIsIn() {
    intake.routeBy(airportRegion());

    Observation observation = shared(batch().with(DRONE.pack()));

    assertThat(observation.copies())
        .extracting(Observation.Copy::agency)
        .containsExactly(POLICE, AIRPORT);
    assertThat(observation.copies()).extracting(Observation.Copy::id).doesNotHaveDuplicates();
  }

  @Test
  void sharesAnIdentityByThePositionHeardBefore() {
    intake.routeBy(airportRegion());
    shared(batch().with(DRONE.pack()));

    assertThat(shared(batch().with(Drone.packOf(DRONE.basicId()))).copies()).hasSize(2);
  }

  @Test
  void sharesByTheSensorsPositionWhileTheDronesIsUnknown() {
    intake.routeBy(airportRegion());
    Sensor inside = new Sensor(roof(), "native", new GeoPoint(59.9, 10.7), true, UUID.randomUUID());

    Verdict verdict =
        intake.accept(
            inside, session, message(batch().with(Drone.packOf(DRONE.basicId())).json(), NOW));

    assertThat(verdict.observations().getFirst().copies()).hasSize(2);
  }

  @Test
  void keepsToTheOwnerWhatIsNotShared() {
    intake.routeBy(airportRegion());

    assertThat(only(batch().with(DRONE.pack())).copies()).hasSize(1);
  }

  @Test
  void keepsToTheOwnerWhatIsElsewhere() {
    intake.routeBy(airportRegion());

    assertThat(shared(batch().with(DRONE.at(48.1, 11.5).pack())).copies()).hasSize(1);
  }

  @Test
  void parksWhatMadeUsFail() {
    SensorMessage message = message("{}", NOW);

    Verdict verdict = intake.park(message, new IllegalStateException("defect"));

    assertThat(verdict.quarantined())
        .singleElement()
        .satisfies(quarantined -> {
          assertThat(quarantined.refusal().reason()).isEqualTo("internal-error");
          assertThat(quarantined.refusal().content()).isEqualTo(message.payload());
        });
  }

  @Test
  void accountsForEveryItemSent() {
    Verdict verdict =
        accept(batch().with(DRONE.pack()).with("f2").item("{\"crc\":false}").item("7"));

    Tally tally = intake.confirm(session, verdict);

    int quarantined = tally.quarantined().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(tally.accepted() + tally.duplicate() + quarantined).isEqualTo(4);
  }

  private Observation only(NativeBatch batch) {
    return only(sensor(false), batch);
  }

  private Observation shared(NativeBatch batch) {
    return only(sensor(true), batch);
  }

  private Observation only(Sensor sensor, NativeBatch batch) {
    Verdict verdict = intake.accept(sensor, session, message(batch.json(), NOW));
    assertThat(verdict.refusals()).isEmpty();
    assertThat(verdict.observations()).hasSize(1);
    return verdict.observations().getFirst();
  }

  private Verdict accept(NativeBatch batch) {
    return intake.accept(sensor(false), session, message(batch.json(), NOW));
  }

  private NativeBatch batch() {
    return new NativeBatch("roof", batches++, NOW);
  }

  private static SensorMessage message(String json, Instant arrivedAt) {
    return new SensorMessage(
        roof(), "s/roof/obs", json.getBytes(StandardCharsets.UTF_8), arrivedAt);
  }

  private static Sensor sensor(boolean shared) {
    return new Sensor(roof(), "native", null, shared, UUID.randomUUID());
  }

  private static SensorKey roof() {
    return new SensorKey(POLICE, "roof");
  }

  private static AgencyRegions airportRegion() {
    String oslo =
        """
        {"type":"Polygon","coordinates":[[[10.4,59.7],[11.0,59.7],[11.0,60.1],[10.4,60.1],[10.4,59.7]]]}
        """;
    try {
      return new AgencyRegions(
          Map.of(AIRPORT, RegionReader.read(new ObjectMapper().readTree(oslo))));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
