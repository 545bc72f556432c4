package org.airwitness.ingest.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Transport;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NativeFormatTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:42:18.120Z");
  private static final Drone DRONE = Drone.named("1581F5FJD239C00DW22E");

  @Test
  void readsABatch() {
    Reading reading = read(batch().with(DRONE.pack()));

    assertThat(reading.refusals()).isEmpty();
    Sighting sighting = reading.sightings().getFirst();
    assertThat(sighting.time().receivedAt()).isEqualTo(NOW);
    assertThat(sighting.reception().transport()).isEqualTo(Transport.WIFI_BEACON);
    assertThat(sighting.reception().address()).isEqualTo(Drone.ADDRESS);
    assertThat(sighting.reception().rssiDbm()).isEqualTo(-61);
    assertThat(sighting.reception().channel()).isEqualTo(6);
    assertThat(sighting.reception().frequencyKhz()).isEqualTo(2_437_000);
    assertThat(sighting.reception().counter()).isEqualTo(93);
    assertThat(sighting.evidence().bytes()).asHexString().isEqualToIgnoringCase(DRONE.pack());
    assertThat(sighting.evidence().format()).isEqualTo("odid");
  }

  @Test
  void reportsTheRadioWithEveryBatch() {
    assertThat(read(batch()).statuses())
        .containsExactly(new StatusReport(NOW, null, null, null, null, 12041L, 31L, "gnss"));
  }

  @Test
  void knowsWhereAMobileSensorIs() {
    Reading reading =
        read(batch().json().replace("\"rf\"", "\"pos\":{\"lat\":59.9,\"lon\":10.7},\"rf\""));

    assertThat(reading.sensorPosition()).isEqualTo(new GeoPoint(59.9, 10.7));
  }

  @Test
  void numbersItsBatches() {
    Reading reading = read(batch().with(DRONE.pack()));
    Reading next = read(new NativeBatch("roof", 10423, NOW).with(DRONE.pack()));

    assertThat(reading.batch().boot()).isEqualTo(7);
    assertThat(reading.batch().sequence()).isEqualTo(10422);
    assertThat(next.sightings().getFirst().frameId())
        .isNotEqualTo(reading.sightings().getFirst().frameId());
  }

  @Test
  void allowsKeysOfOnesOwn() {
    assertThat(read(batch().json().replace("\"v\":1", "\"v\":1,\"x-site\":\"roof\"")).statuses())
        .hasSize(1);
  }

  @Test
  void doesNotTrustAClockThatWasNeverSet() {
    Reading reading = read(batch().with(DRONE.pack()).json().replace("gnss", "none"));

    assertThat(reading.sightings().getFirst().time().trusted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"v\":1|\"v\":2|version-not-supported",
        "\"v\":1|\"v\":\"1\"|field-invalid",
        "\"v\":1,||field-missing",
        "\"sensor\":\"roof\"|\"sensor\":\"cellar\"|sensor-mismatch",
        "\"boot\":7|\"boot\":-7|field-range",
        "\"boot\":7|\"boot\":7.5|field-invalid",
        "\"seq\":10422|\"seq\":99999999999999999999|field-range",
        "\"seq\":10422|\"seq\":10422,\"seq\":1|json-duplicate-key",
        "\"v\":1|\"v\":1,\"site\":\"roof\"|unknown-key",
        "\"sent\":\"2026-03-01T12:42:18.120Z\"|\"sent\":\"yesterday\"|field-invalid",
        "\"sent\":\"2026-03-01T12:42:18.120Z\"|\"sent\":\"2026-03-01T12:42:18+01:00\"|field-invalid",
        "\"src\":\"gnss\"|\"src\":\"sundial\"|field-invalid",
        "\"clock\"|\"x-clock\"|field-missing",
        "\"rf\"|\"x-rf\"|field-missing",
        "\"frames\":12041|\"frames\":-1|field-range",
        "\"items\":[]|\"items\":{}|json-shape",
        "\"items\":[]|\"items\":[]}|json-syntax",
        "\"items\":[]|\"items\":[],|json-syntax",
        "{\"v\"|[{\"v\"|json-shape",
      })
  void refusesABatchWithAReason(String original, String changed, String reason) {
    String json = batch().json().replace(original, changed == null ? "" : changed);

    assertThat(read(json).refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo(reason);
          assertThat(refusal.item()).isEqualTo(Refusal.WHOLE_MESSAGE);
          assertThat(refusal.content()).asString(StandardCharsets.UTF_8).isEqualTo(json);
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"t\":\"2026-03-01T12:42:18.120Z\",||field-missing",
        "\"t\":\"2026-03-01T12:42:18.120Z\"|\"t\":7|field-invalid",
        "\"m\":812345678901,||field-missing",
        "\"tr\":\"wifi-beacon\"|\"tr\":\"morse\"|field-invalid",
        "\"tr\":\"wifi-beacon\"|\"tr\":\"emission\"|field-invalid",
        "90:3a:e6|90:3A:E6|address-invalid",
        "\"ch\":6|\"ch\":6000|field-range",
        "\"rssi\":-61|\"rssi\":0|field-range",
        "\"cnt\":93|\"cnt\":256|field-range",
        "\"crc\":true|\"crc\":\"good\"|field-invalid",
        "\"crc\":true|\"crc\":false|link-crc",
        "\"fmt\":\"odid\"|\"fmt\":\"morse\"|field-invalid",
        "\"fmt\":\"odid\"|\"fmt\":\"dji-body\"|field-invalid",
        "\"fmt\":\"odid\"|\"fmt\":\"dji-ocusync\"|field-invalid",
        "\"fmt\":\"odid\"|\"fmt\":\"fr-tlv\"|field-invalid",
        "\"fmt\":\"odid\"|\"fmt\":\"none\"|unidentified",
        "\"hex\":\"f2|\"hex\":\"f|hex-invalid",
        "\"hex\":\"f2|\"hex\":\"zz|hex-invalid",
        "\"hex\"|\"hax\"|field-missing",
        "\"hex\":\"f219|\"hex\":\"f218|pack-size-byte",
        "\"hex\":\"f2|\"hex\":\"92|reserved-message-type",
      })
  void refusesAnItemWithAReasonAndKeepsTheOthers(String original, String changed, String reason) {
    String good = item(DRONE.pack());
    String bad = good.replace(original, changed == null ? "" : changed);
    assertThat(bad).isNotEqualTo(good);

    Reading reading = read(batch().item(good).item(bad).item(good));

    assertThat(reading.sightings()).extracting(Sighting::item).containsExactly(0, 2);
    assertThat(reading.refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo(reason);
          assertThat(refusal.item()).isEqualTo(1);
          assertThat(refusal.content()).asString(StandardCharsets.UTF_8).isEqualTo(bad);
        });
  }

  @ParameterizedTest
  @CsvSource({
    "'', empty-payload",
    "f2, pack-header-truncated",
    "f21901, pack-truncated",
    "0212, message-truncated"
  })
  void refusesFramesWithoutAWholeMessage(String hex, String reason) {
    assertThat(read(batch().with(hex)).refusals().getFirst().reason()).isEqualTo(reason);
  }

  @Test
  void acceptsOnlyWholeHexadecimalTextOfBoundedLength() {
    assertThat(read(batch().with("00".repeat(512))).refusals()).isEmpty();
    assertThat(read(batch().with("00".repeat(513))).refusals().getFirst().reason())
        .isEqualTo("hex-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF%s", "%s%s", "%s,", "%s\0"})
  void isStrictAboutTheEnvelope(String envelope) {
    String json = batch().json();

    assertThat(read(envelope.formatted(json, json)).refusals())
        .extracting(Refusal::reason)
        .containsExactly("json-syntax");
  }

  @Test
  void takesNoMoreThan256Items() {
    NativeBatch most = batch();
    for (int i = 0; i < 256; i++) {
      most.with(DRONE.pack());
    }
    assertThat(read(most).sightings()).hasSize(256);
    assertThat(read(most.with(DRONE.pack())).refusals())
        .extracting(Refusal::reason)
        .containsExactly("too-many-items");
  }

  @Test
  void hintsAtDroneScout() {
    assertThat(read(DRONE.droneScoutJson(1)).refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo("other-format");
          assertThat(refusal.detail()).contains("'dronescout'");
        });
  }

  private static String item(String hex) {
    String json = batch().with(hex).json();
    return json.substring(json.indexOf("[{") + 1, json.lastIndexOf(']'));
  }

  private static NativeBatch batch() {
    return new NativeBatch("roof", 10422, NOW);
  }

  private static Reading read(NativeBatch batch) {
    return read(batch.json());
  }

  private static Reading read(String json) {
    SensorKey roof = new SensorKey(new AgencyId("police"), "roof");
    byte[] payload = json.getBytes(StandardCharsets.UTF_8);
    return new Formats().decode("native", new SensorMessage(roof, "s/roof/obs", payload, NOW));
  }

  @Test
  void tellsInWordsWhereJsonEndsTooEarly() {
    assertThat(read("{\"v\":1").refusals())
        .extracting(Refusal::detail)
        .containsExactly("Unexpected end-of-input: expected close marker for Object (byte 6)");
  }
}
