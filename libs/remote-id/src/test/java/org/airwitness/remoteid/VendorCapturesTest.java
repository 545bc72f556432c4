package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.airwitness.remoteid.dji.DjiDecoder;
import org.airwitness.remoteid.dji.DjiFlightText;
import org.airwitness.remoteid.dji.DjiTelemetry;
import org.airwitness.remoteid.french.FrenchDecoder;
import org.airwitness.remoteid.french.FrenchIdentification;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** DroneID and French identification as they were captured, against values found without us. */
class VendorCapturesTest {
  private static final String VECTORS = "hex-vectors/dji_wifi_and_french_vectors.json";
  private static final String ORGANISATION = "263712";

  @Test
  void readsAllSpoofedDroneId() {
    int frames = 0;
    for (JsonNode line : TestData.values("odid-decoded/mavic_multiple_spoofed.pcapng.jsonl")) {
      byte[] element = Bytes.ofHex(line.get("payload_hex").asText()).toArray();
      check((DjiTelemetry) DjiDecoder.decodeElement(element), line.get("dji"));
      frames++;
    }
    assertThat(frames).isEqualTo(77);
  }

  @Test
  void readsReplayedTelemetryWithoutPosition() {
    JsonNode vector = vector(1);
    byte[] element = Bytes.ofHex(ORGANISATION + vector.get("hex").asText()).toArray();

    DjiTelemetry telemetry = (DjiTelemetry) DjiDecoder.decodeElement(element);

    check(telemetry, vector.get("expected"));
    assertThat(telemetry.altitudes().rawAltitude()).isEqualTo(-17);
    assertThat(telemetry.position()).isNull();
  }

  @Test
  void keepsFlightTextOfUnknownLayoutRaw() {
    JsonNode vector = vector(2);
    byte[] element = Bytes.ofHex(ORGANISATION + vector.get("hex").asText()).toArray();

    DjiFlightText text = (DjiFlightText) DjiDecoder.decodeElement(element);

    assertThat(text.serial()).isEqualTo(vector.get("expected").get("serial").asText());
    assertThat(text.purpose()).isNull();
    assertThat(text.rest().at(0)).isEqualTo(vector.get("expected").get("length_byte").asInt());
    assertThat(text.findings()).extracting(Finding::reason).containsExactly(Reason.DJI_TEXT_LENGTH);
  }

  @Test
  void readsTheFrenchBeacon() {
    JsonNode vector = vector(0);
    JsonNode expected = vector.get("expected");
    StringBuilder records = new StringBuilder();
    for (JsonNode record : vector.get("tlv")) {
      String value = record.get(1).asText();
      records.append("%02x%02x%s".formatted(record.get(0).asInt(), value.length() / 2, value));
    }

    FrenchIdentification found =
        (FrenchIdentification) FrenchDecoder.decode(Bytes.ofHex(records.toString()).toArray());

    assertThat(found.findings()).isEmpty();
    assertThat(found.protocolVersion()).isEqualTo(expected.get("protocol_version").asInt());
    assertThat(found.serial()).isEqualTo(expected.get("uas_id").asText());
    assertThat(found.position())
        .isEqualTo(
            LatLon.ofDegrees(expected.get("lat").asDouble(), expected.get("lon").asDouble()));
    assertThat(found.altitudeAmslM()).isEqualTo(expected.get("alt_amsl_m").asInt());
    assertThat(found.heightM()).isEqualTo(expected.get("height_m").asInt());
    assertThat(found.takeoffPosition())
        .isEqualTo(
            LatLon.ofDegrees(
                expected.get("home_lat").asDouble(), expected.get("home_lon").asDouble()));
    assertThat(found.groundSpeedMps()).isEqualTo(expected.get("ground_speed_mps").asInt());
    assertThat(found.courseDeg()).isEqualTo(expected.get("heading_deg").asInt());
  }

  private static JsonNode vector(int index) {
    return TestData.values(VECTORS).get(index);
  }

  private static void check(DjiTelemetry telemetry, JsonNode expected) {
    String serialHex = expected.get("serial_hex").asText();
    String serial =
        new String(Bytes.ofHex(serialHex).toArray(), StandardCharsets.US_ASCII).replace("\0", "");
    assertThat(telemetry.version()).isEqualTo(expected.get("version").asInt());
    assertThat(telemetry.sequence()).isEqualTo(expected.get("seq").asInt());
    assertThat(telemetry.state().bits()).isEqualTo(expected.get("state").asInt());
    assertThat(telemetry.serial()).isEqualTo(serial);
    assertThat(telemetry.product()).isEqualTo(expected.get("product_type").asInt());
    assertThat(telemetry.altitudes().rawAltitude()).isEqualTo(expected.get("altitude_raw").asInt());
    assertThat(telemetry.altitudes().rawHeight()).isEqualTo(expected.get("height_raw").asInt());
    assertThat(telemetry.motion().verticalSpeedMps())
        .isEqualTo(expected.get("v_up_cms").asInt() / 100.0);
    assertThat(telemetry.appTime().toEpochMilli()).isEqualTo(expected.get("app_time_ms").asLong());
    assertThat(telemetry.appPosition().latDeg())
        .isCloseTo(degrees(expected, "app_lat_raw"), within());
    assertThat(telemetry.appPosition().lonDeg())
        .isCloseTo(degrees(expected, "app_lon_raw"), within());
    // All of them say that neither position nor home point is valid.
    assertThat(telemetry.position()).isNull();
    assertThat(telemetry.homePosition()).isNull();
  }

  private static double degrees(JsonNode expected, String name) {
    return expected.get(name).asInt() * 180.0 / (Math.PI * 1e7);
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-7);
  }
}
