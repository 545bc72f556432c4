package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;

/** What was refused is decided on again. */
class ResubmissionTest {
  private static final Instant THEN = Instant.parse("2026-03-01T12:42:18.120Z");
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  private static final Drone DRONE = Drone.named("1581F5FJD239C00DW22E");

  /** Neither an address nor an identifier: refused, until its transmitter is known. */
  private static final String NAMELESS =
      """
      {"t":"%s","m":1,"tr":"bt5","fmt":"odid","hex":"%s"}\
      """
          .formatted(THEN, Drone.packOf(DRONE.location()));

  private final Intake intake = new Intake(new Formats(), AgencyRegions.NONE);
  private final SensorSession session = new SensorSession();

  @Test
  void anItemGetsTheIdItsBatchWouldHaveGivenIt() {
    String good = item(Drone.ADDRESS, DRONE.pack());
    Verdict whole = accept("native", new NativeBatch("roof", 5, THEN).item(good).item(good).json());
    String bad = good.replace("wifi-beacon", "wifi-bacon");
    Verdict first =
        new Intake(new Formats(), AgencyRegions.NONE)
            .accept(
                sensor("native"),
                new SensorSession(),
                message(new NativeBatch("roof", 5, THEN).item(good).item(bad).json()));
    Resubmission refused = again(first.quarantined().getFirst(), good);

    Verdict verdict = intake.acceptAgain(sensor("native"), new SensorSession(), refused);

    assertThat(verdict.observations())
        .extracting(observation -> observation.copies().getFirst().id())
        .containsExactly(whole.observations().getLast().copies().getFirst().id());
    assertThat(verdict.observations().getFirst().times())
        .isEqualTo(whole.observations().getLast().times());
  }

  @Test
  void anItemNeitherRepeatsNorContradictsNorReportsItsBatch() {
    String good = item(Drone.ADDRESS, DRONE.pack());
    String batch = new NativeBatch("roof", 5, THEN).item(good.replace("bea", "ba")).json();
    Verdict first = accept("native", batch);
    assertThat(first.observations()).isEmpty();

    Verdict again = resubmit("native", again(first.quarantined().getFirst(), good));
    Verdict repeated = accept("native", batch);

    assertThat(again.refusals()).isEmpty();
    assertThat(again.observations()).hasSize(1);
    assertThat(again.duplicates()).isZero();
    assertThat(again.statuses()).isEmpty();
    assertThat(again.receipt()).isNull();
    assertThat(repeated.duplicates()).as("the sensor's own batch, sent again").isEqualTo(1);
    assertThat(repeated.refusals()).isEmpty();
  }

  @Test
  void anItemIsReadByTheClockAndPlaceOfItsBatch() {
    String batch =
        new NativeBatch("roof", 1, THEN.plusSeconds(3))
            .item(item(Drone.ADDRESS, DRONE.pack()).replace("bea", "ba"))
            .json()
            .replace("\"src\":\"gnss\"", "\"src\":\"none\"")
            .replace("\"rf\"", "\"pos\":{\"lat\":59.5,\"lon\":10.5},\"x-own\":\"long\",\"rf\"");
    Verdict first = accept("native", batch);
    Verdict.Quarantined refused = first.quarantined().getFirst();
    assertThat(new String(refused.readAs().envelope(), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"boot\":7,\"seq\":1,\"sent\":\"2026-03-01T12:42:21.120Z\",\"clock\":{\"src\":\"none\"},"
                + "\"pos\":{\"lat\":59.5,\"lon\":10.5}}");

    Verdict again = resubmit("native", again(refused, item(Drone.ADDRESS, DRONE.pack())));

    Observation observation = again.observations().getFirst();
    assertThat(observation.findings()).contains("clock.unset");
    assertThat(observation.times().observedAt()).isEqualTo(THEN.minusSeconds(3));
  }

  @Test
  void anUnidentifiedItemIsKeptAsItCameAndIsStillUnidentified() {
    Verdict first = accept("native", new NativeBatch("roof", 1, THEN).item(NAMELESS).json());
    Verdict.Quarantined refused = first.quarantined().getFirst();
    assertThat(refused.refusal().reason()).isEqualTo("unidentified");
    assertThat(new String(refused.refusal().content(), StandardCharsets.UTF_8)).isEqualTo(NAMELESS);

    Verdict again = resubmit("native", again(refused, NAMELESS));

    assertThat(again.isRefused()).isTrue();
    assertThat(again.refusals()).extracting(Refusal::reason).containsExactly("unidentified");
    assertThat(again.onQuarantined().quarantined()).isEmpty();
  }

  @Test
  void aMessageIsReadInTheFormatItsSensorHasNow() {
    String json = DRONE.droneScoutJson(THEN.toEpochMilli());
    Verdict first = accept("native", json);
    Verdict.Quarantined refused = first.quarantined().getFirst();
    assertThat(refused.refusal().reason()).isEqualTo("other-format");
    assertThat(refused.readAs().format()).isEqualTo("native");

    Verdict again = resubmit("dronescout", again(refused, json));
    intake.confirm(session, again);
    Verdict twice = resubmit("dronescout", again(refused, json));
    Verdict live = accept("dronescout", json);

    assertThat(again.observations()).hasSize(1);
    assertThat(twice.observations()).isEmpty();
    assertThat(twice.duplicates()).isEqualTo(1);
    assertThat(live.duplicates()).isEqualTo(1);
  }

  @Test
  void messagesOfThePastAreJoinedWithEachOtherAndNotWithThePresent() {
    Instant now = THEN.plus(Duration.ofHours(1));
    Drone present = Drone.named("1588E040445AC004418");
    intake.accept(
        sensor("native"),
        session,
        new SensorMessage(
            ROOF, "t", bytes(new NativeBatch("roof", 9, now).with(present.pack()).json()), now));
    String past = new NativeBatch("roof", 1, THEN).with(Drone.packOf(DRONE.basicId())).json();
    String later = new NativeBatch("roof", 2, THEN).with(Drone.packOf(DRONE.location())).json();

    Verdict identity = resubmit("native", new Resubmission(message(past), null, null));
    Verdict location = resubmit("native", new Resubmission(message(later), null, null));
    String live = new NativeBatch("roof", 10, now).with(Drone.packOf(present.location())).json();
    Verdict present2 =
        intake.accept(sensor("native"), session, new SensorMessage(ROOF, "t", bytes(live), now));

    assertThat(identity.observations().getFirst().findings()).isEmpty();
    assertThat(names(location)).containsExactly("serial:1581F5FJD239C00DW22E");
    assertThat(names(present2)).containsExactly("serial:1588E040445AC004418");
    assertThat(present2.observations().getFirst().findings()).doesNotContain("id.mac-reuse");
  }

  @Test
  void aRepairedBatchCountsAsSentAndItsNumberIsTaken() {
    NativeBatch batch = new NativeBatch("roof", 5, THEN).with(DRONE.pack());
    String wrong = batch.json().replace("\"v\":1,", "\"v\":1,\"own\":1,");
    assertThat(accept("native", wrong).refusals())
        .extracting(Refusal::reason)
        .containsExactly("unknown-key");

    Verdict again = resubmit("native", new Resubmission(message(batch.json()), null, null));
    intake.confirm(session, again);
    Verdict other =
        accept("native", new NativeBatch("roof", 5, THEN).with(DRONE.at(1, 1).pack()).json());

    assertThat(again.observations()).hasSize(1);
    assertThat(other.refusals()).extracting(Refusal::reason).containsExactly("sequence-conflict");
  }

  private static List<String> names(Verdict verdict) {
    return verdict.observations().stream()
        .map(observation -> observation.named().droneId().text())
        .toList();
  }

  private static String item(String address, String hex) {
    return """
    {"t":"%s","m":1,"tr":"wifi-beacon","a":"%s","fmt":"odid","hex":"%s"}\
    """
        .formatted(THEN, address, hex);
  }

  private Verdict accept(String format, String json) {
    Verdict verdict = intake.accept(sensor(format), session, message(json));
    intake.confirm(session, verdict);
    return verdict;
  }

  private Verdict resubmit(String format, Resubmission again) {
    return intake.acceptAgain(sensor(format), session, again);
  }

  /** What the quarantine keeps of a refusal, with other bytes in place of the refused ones. */
  private static Resubmission again(Verdict.Quarantined quarantined, String payload) {
    int item = quarantined.refusal().item();
    return new Resubmission(
        message(payload),
        item == Refusal.WHOLE_MESSAGE ? null : item,
        quarantined.readAs().envelope());
  }

  private static SensorMessage message(String payload) {
    return new SensorMessage(ROOF, "t", bytes(payload), THEN);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Sensor sensor(String format) {
    return new Sensor(ROOF, format, null, false, UUID.randomUUID());
  }
}
