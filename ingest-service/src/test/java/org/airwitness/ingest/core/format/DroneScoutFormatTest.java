package org.airwitness.ingest.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Transport;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAOutputStream;
import org.tukaani.xz.XZOutputStream;

class DroneScoutFormatTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:42:18Z");
  private static final Drone DRONE = Drone.named("1581F5FJD239C00DW22E");
  private static final String ONE = DRONE.droneScoutJson(NOW.toEpochMilli());
  private static final String STATUS =
      """
      {"protocol":1.0,"status":{"sensor ID":"DS-1","timestamp":1735677525000,
       "firmware version":"20220509-1035","model":"ds230","status":"normal"}}\
      """;

  @Test
  void readsAnObservation() {
    Sighting sighting = only(ONE);

    assertThat(sighting.time().receivedAt()).isEqualTo(NOW);
    assertThat(sighting.reception().transport()).isEqualTo(Transport.WIFI_BEACON);
    assertThat(sighting.reception().address()).isEqualTo(Drone.ADDRESS);
    assertThat(sighting.reception().rssiDbm()).isEqualTo(-72);
    assertThat(sighting.reception().channel()).isEqualTo(6);
    assertThat(sighting.evidence().format()).isEqualTo("odid-struct");
    assertThat(sighting.claim().ids())
        .containsExactly(new ClaimedId("1581F5FJD239C00DW22E", ClaimedId.Type.SERIAL));
    assertThat(sighting.claim().flight().altitudes().heightM()).isEqualTo(52.5);
    assertThat(sighting.evidence().bytes()).isEqualTo(DRONE.struct());
  }

  @Test
  void theSameContentOfATransmitterIsTheSameFrameHoweverItWasHeard() {
    UUID frame = only(ONE).frameId();

    assertThat(only(ONE + "\n").frameId()).isEqualTo(frame);
    assertThat(only(DRONE.droneScoutJson(NOW.toEpochMilli() + 75)).frameId()).isEqualTo(frame);
    assertThat(only(ONE.replace("-72", "-80")).frameId()).isEqualTo(frame);
    assertThat(only(ONE.replace("WiFi beacon", "WiFi NaN")).frameId()).isEqualTo(frame);
  }

  @Test
  void otherContentAnotherTransmitterAndLaterRepetitionAreOtherFrames() {
    UUID frame = only(ONE).frameId();
    String elsewhere = DRONE.moved(1).droneScoutJson(NOW.toEpochMilli());
    Drone later = new Drone(DRONE.serial(), DRONE.latDeg(), DRONE.lonDeg(), 52.5, 25372);

    assertThat(only(elsewhere).frameId()).isNotEqualTo(frame);
    assertThat(only(later.droneScoutJson(NOW.toEpochMilli())).frameId()).isNotEqualTo(frame);
    assertThat(only(ONE.replace(":00:11:22", ":00:11:23")).frameId()).isNotEqualTo(frame);
    assertThat(only(DRONE.droneScoutJson(NOW.toEpochMilli() + 5000)).frameId()).isNotEqualTo(frame);
  }

  @ParameterizedTest
  @CsvSource({
    "BLE legacy, BLUETOOTH_LEGACY",
    "BLE long range, BLUETOOTH_LONG_RANGE",
    "WiFi NaN, WIFI_NAN",
    "Carrier pigeon, UNKNOWN"
  })
  void knowsTheTransports(String type, Transport transport) {
    Sighting sighting = only(ONE.replace("WiFi beacon", type));

    assertThat(sighting.reception().transport()).isEqualTo(transport);
    assertThat(sighting.findings().isEmpty()).isEqualTo(transport != Transport.UNKNOWN);
  }

  @Test
  void readsChannelZeroAndUnknownNumbersAsAbsent() {
    Sighting sighting = only(ONE.replace("\"channel\":6", "\"channel\":0").replace("-72", "NaN"));

    assertThat(sighting.reception().channel()).isNull();
    assertThat(sighting.reception().rssiDbm()).isNull();
  }

  @Test
  void readsAMissingTimestampAsAbsent() {
    assertThat(only(ONE.replace("\"timestamp\":" + NOW.toEpochMilli(), "\"x\":0")).time())
        .isEqualTo(org.airwitness.ingest.core.SensorTime.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s%s", "%s\n%s\n", "[%s,%s]", "[%s,%s,]", "\uFEFF%s %s", "%s%s\0\n"})
  void readsSeveralObjectsHoweverTheyAreJoined(String envelope) {
    Reading reading = read(envelope.formatted(ONE, ONE));

    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.sightings()).hasSize(2);
  }

  @Test
  void readsAStatus() {
    assertThat(read(STATUS).statuses())
        .containsExactly(
            new StatusReport(
                Instant.ofEpochMilli(1735677525000L),
                "normal",
                "20220509-1035",
                "ds230",
                null,
                null,
                null,
                null));
  }

  @Test
  void readsAStatusThatCallsItselfData() {
    assertThat(read(STATUS.replace("\"status\":{", "\"data\":{")).statuses()).hasSize(1);
  }

  @Test
  void readsTheSensorsPosition() {
    Reading reading =
        read("{\"location\":{\"latitude\":37.7,\"longitude\":-122.4,\"satellites\":9}}");

    assertThat(reading.statuses().getFirst().position().latDeg()).isEqualTo(37.7);
    assertThat(reading.statuses().getFirst().reportedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"aircraft\":{\"address\":1}}", "{\"mobile network\":{\"PLMN\":1}}"})
  void leavesAsideWhatIsNoDrone(String json) {
    Reading reading = read(json);

    assertThat(reading.ignored()).isEqualTo(1);
    assertThat(reading.refusals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "hello|json-syntax",
        "{\"data\":|json-syntax",
        "7|json-shape",
        "{\"data\":7}|json-shape",
        "{}|unknown-object",
        "{\"data\":{}}|field-missing",
        "{\"data\":{\"UASdata\":7}}|field-invalid",
        "{\"data\":{\"UASdata\":\"?\"}}|base64-invalid",
        "{\"data\":{\"UASdata\":\"\"}}|empty-payload",
        "{\"data\":{\"UASdata\":\"AAAA\"}}|struct-length",
        "{\"status\":{\"status\":\"normal\",\"timestamp\":\"today\"}}|field-invalid",
        "{\"location\":{\"latitude\":97,\"longitude\":0}}|field-range",
        "{\"location\":{\"latitude\":9}}|field-missing",
      })
  void refusesWithAReason(String json, String reason) {
    assertThat(read(json).refusals()).singleElement().extracting(Refusal::reason).isEqualTo(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "DS, address-invalid",
    "90:3A:E6:00:11, address-invalid",
    "90-3A-E6-00-11-22, address-invalid"
  })
  void refusesWhatIsNoAddress(String address, String reason) {
    assertThat(read(ONE.replace("90:3A:E6:00:11:22", address)).refusals().getFirst().reason())
        .isEqualTo(reason);
  }

  @Test
  void refusesAStructureOfAnotherBuild() {
    byte[] shorter = Arrays.copyOf(DRONE.struct(), 904);

    assertThat(read(Drone.droneScoutJson(1, shorter)).refusals().getFirst().reason())
        .isEqualTo("struct-length");
  }

  @Test
  void keepsTheGoodObjectsBeforeABrokenEnd() {
    Reading reading = read(ONE + "{\"data\":");

    assertThat(reading.sightings()).hasSize(1);
    assertThat(reading.refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo("json-syntax");
          assertThat(refusal.content()).asString(StandardCharsets.UTF_8).isEqualTo("{\"data\":");
        });
  }

  @Test
  void refusesBytesThatPassForAnotherEncoding() {
    // Behind the first object: a brace in UTF-32, and a character that UTF-32 does not have.
    String other = "\n{\0\0\0\u00bd\u0050\u0075\u009e";
    byte[] bytes = (ONE + other).getBytes(StandardCharsets.ISO_8859_1);

    Reading reading = decode(bytes);

    assertThat(reading.sightings()).hasSize(1);
    assertThat(reading.refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo("json-syntax");
          assertThat(refusal.detail()).contains("not UTF-8 text");
        });
  }

  @Test
  void keepsTheExactBytesOfARefusedObject() {
    String bad = "{ \"data\" : {\"UASdata\":\"?\"} }";

    assertThat(read(ONE + bad + ONE).refusals().getFirst().content())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(bad);
  }

  @Test
  void refusesDeepNestingAndLongStrings() {
    assertThat(read("{\"data\":" + "[".repeat(40) + "]".repeat(40) + "}").refusals())
        .extracting(Refusal::reason)
        .containsExactly("json-limit");
    assertThat(read("{\"data\":\"" + "x".repeat(10_000) + "\"}").refusals())
        .extracting(Refusal::reason)
        .containsExactly("json-limit");
  }

  @Test
  void refusesMoreThanAThousandObjects() {
    assertThat(read("{\"aircraft\":{}}".repeat(1001)).refusals())
        .extracting(Refusal::reason)
        .containsExactly("too-many-items");
    assertThat(read("{\"aircraft\":{}}".repeat(1000)).ignored()).isEqualTo(1000);
  }

  @Test
  void readsWhatIsCompressed() throws IOException {
    byte[] text = (ONE + ONE).getBytes(StandardCharsets.UTF_8);

    for (byte[] compressed : List.of(xz(text), lzma(text), gzip(text))) {
      assertThat(decode(compressed).sightings()).hasSize(2);
    }
  }

  @Test
  void refusesCompressedDataThatIsCutShort() throws IOException {
    byte[] xz = xz(ONE.getBytes(StandardCharsets.UTF_8));

    for (int length = 6; length < xz.length; length += 11) {
      assertThat(decode(Arrays.copyOf(xz, length)).refusals())
          .extracting(Refusal::reason)
          .containsExactly("compression-invalid");
    }
  }

  @Test
  void refusesWhatBecomesTooLarge() throws IOException {
    assertThat(decode(xz(new byte[Compression.MAX_BYTES + 1])).refusals())
        .extracting(Refusal::reason)
        .containsExactly("compression-limit");
    assertThat(decode(gzip(new byte[Compression.FREE_BYTES + 1])).refusals())
        .extracting(Refusal::reason)
        .containsExactly("compression-limit");
  }

  @Test
  void namesTheCompressionItDoesNotRead() {
    byte[] zstd = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 1, 2};

    assertThat(decode(zstd).refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo("compression-not-supported-yet");
          assertThat(refusal.detail()).contains("zstd", "use LZMA or gzip");
        });
  }

  @Test
  void refusesAnEmptyMessage() {
    assertThat(read("").refusals().getFirst().reason()).isEqualTo("message-empty");
    assertThat(read("\0\n").refusals().getFirst().reason()).isEqualTo("message-empty");
  }

  @Test
  void hintsAtTheNativeFormat() {
    assertThat(read("{\"v\":1,\"sensor\":\"s-1\",\"boot\":7,\"seq\":1}").refusals())
        .singleElement()
        .satisfies(refusal -> {
          assertThat(refusal.reason()).isEqualTo("other-format");
          assertThat(refusal.detail()).contains("'native'");
        });
  }

  @Test
  void survivesEveryTruncationAndBitFlip() {
    byte[] whole = ONE.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < whole.length; i += 7) {
      var cut = new Formats().decode("dronescout", message(Arrays.copyOf(whole, i)));
      assertThat(cut.sightings()).isEmpty();
      assertThat(cut.refusals()).hasSize(1);
      byte[] flipped = whole.clone();
      flipped[i] = (byte) (flipped[i] ^ 1 << (i % 8));
      var reading = new Formats().decode("dronescout", message(flipped));
      assertThat(reading.sightings().size() + reading.refusals().size()).isPositive();
    }
  }

  @Test
  void refusesWhatIsLargerThanAMessageMayBe() {
    ByteArrayOutputStream large = new ByteArrayOutputStream();
    large.writeBytes(new byte[Formats.MAX_MESSAGE_BYTES + 1]);

    assertThat(new Formats().decode("dronescout", message(large.toByteArray())).refusals())
        .extracting(Refusal::reason)
        .containsExactly("message-too-large");
  }

  private static Sighting only(String json) {
    Reading reading = read(json);
    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.sightings()).hasSize(1);
    return reading.sightings().getFirst();
  }

  private static byte[] xz(byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new XZOutputStream(bytes, new LZMA2Options(1))) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] lzma(byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new LZMAOutputStream(bytes, new LZMA2Options(1), -1)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] text) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(bytes)) {
      out.write(text);
    }
    return bytes.toByteArray();
  }

  private static Reading decode(byte[] payload) {
    return new Formats().decode("dronescout", message(payload));
  }

  private static Reading read(String json) {
    return new Formats().decode("dronescout", message(json.getBytes(StandardCharsets.UTF_8)));
  }

  private static SensorMessage message(byte[] payload) {
    return new SensorMessage(new SensorKey(new AgencyId("police"), "roof"), "t", payload, NOW);
  }
}
