package org.airwitness.ingest.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Flight;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.Transport;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.HorizontalAccuracy;
import org.airwitness.remoteid.LatLon;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats of receivers that hand over decoded records, with records made up for the purpose. */
class FeedsTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:06Z");
  private static final String SERIAL = "1581F5FJD239C00DW22E";
  private static final LatLon OSLO = LatLon.ofDegrees(59.9139, 10.7522);

  private static final String DRONETAG =
      """
      {"odid":{"BasicID":[{"UASID":"1581F5FJD239C00DW22E","IDType":1,"UAType":2}],\
      "Location":{"Latitude":59.9139,"Longitude":10.7522,"Timestamp":1772366404871,"Direction":361,\
      "SpeedHorizontal":12.25,"AltitudeGeo":146.0,"Height":52.5,"HeightType":0,"HorizAccuracy":10}},\
      "rssi":-70,"tech":"BT5"}\
      """;
  private static final String DRAGONSYNC =
      """
      {"id":"drone-1581F5FJD239C00DW22E","track_type":"drone","lat":59.9139,"lon":10.7522,"alt":146.0,\
      "height":0.0,"speed":0.0,"vspeed":0.0,"direction":0.0,"rssi":0.0,"home_lat":0.0,"home_lon":0.0,\
      "mac":"90:3A:E6:00:11:22","id_type":"Serial Number (ANSI/CTA-2063-A)","freq_mhz":2437.0,\
      "transport":"WiFi-Beacon","horizontal_accuracy":"<10 m","observed_at":1772366404.5}\
      """;
  private static final String BLOCKS =
      """
      [{"Basic ID":{"id_type":"Serial Number (ANSI/CTA-2063-A)","ua_type":2,"id":"1581F5FJD239C00DW22E",\
      "MAC":"df:00:11:22:33:44","RSSI":-62,"transport":"BT5-LR-Extended","frequency_mhz":2402}},\
      {"Location/Vector Message":{"op_status":"Airborne","height_type":"Above Takeoff","speed_multiplier":"0.25",\
      "direction":287,"speed":"12.25 m/s","vert_speed":"-1.5 m/s","latitude":"59.9139000","longitude":"10.7522000",\
      "pressure_altitude":"Undefined","geodetic_altitude":"146.0 m","height_agl":"52.5 m",\
      "horizontal_accuracy":"<10 m","timestamp":"0 min 4.8 s"}},\
      {"System Message":{"operator_location_type":"Takeoff","latitude":59.9101,"longitude":10.748,\
      "geodetic_altitude":"135.0 m"}},{"Self-ID Message":{"text":"survey"}}]\
      """;
  private static final String ESP32 =
      """
      {"mac":"90:3a:e6:00:11:22","rssi":-67,"drone_lat":59.913900,"drone_long":10.752200,"drone_altitude":146,\
      "pilot_lat":59.910100,"pilot_long":10.748000,"basic_id":"1581F5FJD239C00DW22E"}\
      """;
  private static final String ANTSDR =
      "dji_O,2/3,5756.5,-88,DJI Mini 2(63),5FJD239C00DW2E,10.752200,59.913900,10.748000,59.910100,10.748200,"
          + "59.910200,9.60|21.50,300.00|-400.00|15.00,1772366400500;";
  private static final String KISMET =
      """
      {"serial_number":"5FJD239C00DW2E","device_type":"Mini 2","device_type_8":63,"app_lat":59.9101,\
      "app_lon":10.748,"drone_lat":59.9139,"drone_lon":10.7522,"drone_height":21.5,"drone_alt":96.0,\
      "home_lat":0,"home_lon":0,"freq":5756.5,"speed_e":3.0,"speed_n":-4.0,"speed_u":0.1,"rssi":4294967229}\
      """;
  private static final String DRONECOT =
      """
      {"t":1772366404.871,"mac":"fa:0b:bc:12:34:56","radio":"wifi_beacon","rssi":-68,"channel":6,\
      "type":"Location/Vector","lat":59.9139,"lon":10.7522,"alt":146.0,"speed":12.25,"hdg":287.0,"id":null}\
      """;
  private static final String RAW_HEX =
      """
      {"node_id":"roof","received_at":"2026-03-01T12:00:05+00:00","count":2,"events":[
       {"node_id":"roof","observed_at":"2026-03-01T12:00:04.871000+00:00","radio":"ble",
        "source_mac":"DF:00:11:22:33:44","rssi":-71,
        "service_data_hex":"0d2a0212395a5a3944304142434431323334453546360000000000",
        "rid_payload_hex":"0212395a5a3944304142434431323334453546360000000000"},
       {"node_id":"roof","timestamp":1772366404.902,"radio":"wifi_beacon","mac":"90:3a:e6:00:11:22","rssi":-61,
        "channel":6,"payload":"12226B31FDB822B623D0A768060000F40839084A031B630200"}]}\
      """;
  private static final String AEROSCOPE =
      """
      {"DATA_TYPE":1,"DATA_VALUE":{"AIRCRAFT_SN":"5FJD239C00DW2E","APP_GPS_LATITUDE":59.9101,\
      "APP_GPS_LONGITUDE":10.7480,"CUR_BARO_HEIGHT":21.5,"CUR_GPS_ABS_HEIGHT":96,"CUR_POS_LATITUDE":59.9139,\
      "CUR_POS_LONGTITUDE":10.7522,"STATUS_INFO":"0001111111110111","VX_NORTH_SPEED":-4,"VY_EAST_SPEED":3,\
      "VZ_RISE_SPEED":0.15},"DETECT_TIME":1772366401,"TIME_STAMP":1772370001,"VERSION":1},\
      """;

  static final Map<String, String> SAMPLES =
      Map.of(
          "dronetag", DRONETAG,
          "dragonsync", DRAGONSYNC,
          "esp32", ESP32,
          "antsdr", ANTSDR,
          "kismet", KISMET,
          "dronecot", DRONECOT,
          "raw-hex", RAW_HEX,
          "aeroscope", AEROSCOPE);

  static java.util.stream.Stream<String> formats() {
    return SAMPLES.keySet().stream().sorted();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"dronetag", "dragonsync", "esp32", "antsdr", "kismet", "dronecot", "aeroscope"})
  void everyFormatReadsThePosition(String format) {
    Sighting sighting = only(format, SAMPLES.get(format));

    assertThat(sighting.claim().flight().position()).isEqualTo(OSLO);
    assertThat(sighting.findings()).doesNotContain("frame.range");
    assertThat(sighting.evidence().bytes()).isNotEmpty();
  }

  @Test
  void dronetagKeepsEachAltitudeUnderItsDatum() {
    Flight flight = only("dronetag", DRONETAG).claim().flight();

    assertThat(flight.altitudes().geodeticM()).isEqualTo(146.0);
    assertThat(flight.altitudes().heightM()).isEqualTo(52.5);
    assertThat(flight.altitudes().heightReference()).isEqualTo(HeightReference.TAKEOFF);
    assertThat(flight.altitudes().pressureM()).isNull();
    assertThat(flight.motion().courseDeg()).isNull();
    assertThat(flight.accuracies().horizontal()).isEqualTo(HorizontalAccuracy.BELOW_10_M);
    assertThat(only("dronetag", DRONETAG).time().receivedAt())
        .isEqualTo(Instant.parse("2026-03-01T12:00:04.871Z"));
  }

  @Test
  void dronetagReadsEveryLineOfABatchAndItsHeartbeat() {
    String heartbeat =
        "{\"sn\":\"SCOUT-0042\",\"gnss_position\":[59.9,10.7],\"receivers\":4,\"timestamp\":1772366405}";

    Reading reading =
        read(
            "dronetag", DRONETAG + "\n" + heartbeat + "\nrubbish\n" + DRONETAG.replace("70", "71"));

    assertThat(reading.sightings()).hasSize(2);
    assertThat(reading.statuses().getFirst().position().latDeg()).isEqualTo(59.9);
    assertThat(reading.refusals()).extracting(Refusal::item).containsExactly(2);
  }

  @Test
  void dragonSyncZerosAreUnknown() {
    Sighting sighting = only("dragonsync", DRAGONSYNC);

    assertThat(sighting.findings()).contains("value.reconstructed");
    assertThat(sighting.claim().flight().motion().courseDeg()).isNull();
    assertThat(sighting.claim().flight().altitudes().heightM()).isNull();
    assertThat(sighting.claim().flight().altitudes().geodeticM()).isEqualTo(146.0);
    assertThat(sighting.claim().home()).isNull();
    assertThat(sighting.reception().rssiDbm()).isNull();
    assertThat(sighting.reception().frequencyKhz()).isEqualTo(2_437_000);
    assertThat(sighting.reception().transport()).isEqualTo(Transport.WIFI_BEACON);
  }

  @Test
  void dragonSyncBlocksOfOneListAreOneAircraft() {
    Sighting sighting = only("dragonsync", BLOCKS);

    assertThat(sighting.claim().flight().position()).isEqualTo(OSLO);
    assertThat(sighting.claim().flight().motion().verticalSpeedMps()).isEqualTo(-1.5);
    assertThat(sighting.claim().flight().altitudes().pressureM()).isNull();
    assertThat(sighting.claim().operator().geodeticAltitudeM()).isEqualTo(135.0);
    assertThat(sighting.claim().operator().locationType()).isNull();
    assertThat(sighting.claim().selfId()).isEqualTo("survey");
    assertThat(sighting.reception().address()).isEqualTo("df:00:11:22:33:44");
  }

  @Test
  void dragonSyncFaultsOfTheDecoderAreUndone() {
    Sighting equator =
        only(
            "dragonsync",
            BLOCKS
                .replace("\"59.9139000\"", "\"Unknown\"")
                .replace("\"12.25 m/s\"", "\"Unknown\""));

    assertThat(equator.claim().flight().position()).isEqualTo(LatLon.ofDegrees(0, 10.7522));
    assertThat(equator.claim().flight().motion().groundSpeedMps()).isEqualTo(63.75);
  }

  @Test
  void anEncryptedAlertNeverHasAPosition() {
    Sighting drone =
        only(
            "dragonsync", DRAGONSYNC.replace("drone-1581F5FJD239C00DW22E", "drone-alert-15529374"));
    Sighting blocks =
        only(
            "dragonsync",
            BLOCKS.replace("survey", "survey (alert)").replace(SERIAL, "drone-alert-7"));
    Sighting burst =
        only(
            "antsdr",
            ANTSDR.replace("2/3", "4").replace("DJI Mini 2(63),5FJD239C00DW2E", "dji(15529374),"));

    for (Sighting emission : java.util.List.of(drone, blocks, burst)) {
      assertThat(emission.claim().flight()).isNull();
      assertThat(emission.claim().operator()).isNull();
      assertThat(emission.claim().ids().getFirst().type()).isEqualTo(ClaimedId.Type.DJI_HASH);
      assertThat(emission.findings()).contains("dji.encrypted");
    }
  }

  @Test
  void esp32LinesOfTheMeshGoTogether() {
    Reading reading =
        read(
            "esp32",
            """
            Drone: 90:3a:e6:00:11:22 RSSI:-67 https://maps.google.com/?q=59.913900,10.752200
            Pilot: https://maps.google.com/?q=59.910100,10.748000
            {"heartbeat":"Device is active and running."}
            {"   [+] Device is active and scanning..."}
            """);

    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.sightings())
        .extracting(sighting -> sighting.reception().address())
        .containsExactly("90:3a:e6:00:11:22", "90:3a:e6:00:11:22");
    assertThat(reading.statuses()).hasSize(2);
  }

  @Test
  void esp32ZerosAreUnknown() {
    Sighting sighting =
        only("esp32", ESP32.replaceAll("5\\d\\.\\d+|10\\.\\d+", "0.000000").replace("146", "0"));

    assertThat(sighting.claim().flight()).isNull();
    assertThat(sighting.claim().operator()).isNull();
    assertThat(sighting.time()).isEqualTo(SensorTime.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"antsdr", "kismet", "aeroscope"})
  void velocityOfADjiDroneBecomesSpeedAndCourse(String format) {
    Sighting sighting = only(format, SAMPLES.get(format));

    assertThat(sighting.claim().flight().motion().groundSpeedMps()).isEqualTo(5.0);
    assertThat(sighting.claim().flight().motion().courseDeg()).isCloseTo(143.13, within(0.01));
    assertThat(sighting.claim().flight().altitudes().unverifiedM()).isCloseTo(96, within(1e-9));
    assertThat(sighting.claim().flight().altitudes().geodeticM()).isNull();
    assertThat(sighting.claim().ids())
        .containsExactly(new ClaimedId("5FJD239C00DW2E", ClaimedId.Type.DJI));
  }

  @Test
  void kismetStrengthIsSignedAgain() {
    assertThat(only("kismet", KISMET).reception().rssiDbm()).isEqualTo(-67);
    assertThat(only("kismet", KISMET.replace("4294967229", "65469")).reception().rssiDbm())
        .isEqualTo(-67);
  }

  @ParameterizedTest
  @CsvSource({
    "59.913900, 91.5, dji-position",
    "300.00, 30000.0, dji-speed",
    "5FJD239C00DW2E, \u00e9\u00e9\u00e9\u00e9\u00e9\u00e9, dji-serial"
  })
  void whatAReceiverMadeOfEncryptedBurstsIsRefused(String good, String noise, String reason) {
    assertThat(read("antsdr", ANTSDR.replace(good, noise)).refusals())
        .extracting(Refusal::reason)
        .containsExactly(reason);
  }

  @Test
  void aeroScopeValuesNotVouchedForAreUnknown() {
    Sighting sighting =
        only("aeroscope", AEROSCOPE.replace("0001111111110111", "0000000000000011"));

    assertThat(sighting.claim().flight()).isNull();
    assertThat(sighting.claim().ids()).hasSize(1);
  }

  @Test
  void rawHexDecodesTheBytesOfEachEvent() {
    Reading reading = read("raw-hex", RAW_HEX);

    assertThat(reading.refusals()).isEmpty();
    assertThat(reading.sightings()).hasSize(2);
    assertThat(reading.sightings().getFirst().claim().ids().getFirst().text())
        .isEqualTo("9ZZ9D0ABCD1234E5F6");
    assertThat(reading.sightings().getFirst().reception().counter()).isEqualTo(0x2a);
    assertThat(reading.sightings().getLast().claim().flight().position()).isEqualTo(OSLO);
  }

  @Test
  void rawHexOfAnotherNodeIsRefused() {
    assertThat(
            read("raw-hex", RAW_HEX.replaceAll("\"node_id\":\"roof\"", "\"node_id\":\"mast\""))
                .refusals())
        .extracting(Refusal::reason)
        .containsExactly("sensor-mismatch");
  }

  @Test
  void aRecordSentTwiceHasOneId() {
    for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
      assertThat(read(sample.getKey(), sample.getValue()).sightings().getFirst().frameId())
          .isEqualTo(
              read(sample.getKey(), sample.getValue() + "\n").sightings().getFirst().frameId());
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void contentOfAnotherFormatIsRefusedWithItsName(String format) {
    for (String other : SAMPLES.keySet()) {
      Reading reading = read(other, SAMPLES.get(format));
      if (!other.equals(format)) {
        assertThat(reading.sightings()).as(format + " to " + other).isEmpty();
        assertThat(reading.refusals())
            .as(format + " to " + other)
            .isNotEmpty()
            .allSatisfy(refusal -> {
              assertThat(refusal.reason()).isEqualTo("other-format");
              assertThat(refusal.detail()).contains("'" + format + "'");
            });
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void survivesTruncationAndFlippedBytes(String format) {
    byte[] whole =
        (SAMPLES.get(format) + "\n" + SAMPLES.get(format)).getBytes(StandardCharsets.UTF_8);
    Random random = new Random(20260301);
    for (int i = 0; i < whole.length; i++) {
      byte[] cut = java.util.Arrays.copyOf(whole, i);
      assertThat(outcomes(read(format, cut))).isPositive();
      byte[] flipped = whole.clone();
      flipped[i] = (byte) random.nextInt(256);
      assertThat(outcomes(read(format, flipped))).isPositive();
    }
  }

  private static int outcomes(Reading reading) {
    return reading.sightings().size()
        + reading.statuses().size()
        + reading.refusals().size()
        + reading.ignored();
  }

  private static Sighting only(String format, String text) {
    Reading reading = read(format, text);
    assertThat(reading.refusals()).extracting(Refusal::detail).isEmpty();
    assertThat(reading.sightings()).hasSize(1);
    return reading.sightings().getFirst();
  }

  private static Reading read(String format, String text) {
    return read(format, text.getBytes(StandardCharsets.UTF_8));
  }

  private static Reading read(String format, byte[] payload) {
    SensorKey roof = new SensorKey(new AgencyId("police"), "roof");
    return new Formats().decode(format, new SensorMessage(roof, "t", payload, NOW));
  }
}
