package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.testing.Captures;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.remoteid.HorizontalAccuracy;
import org.airwitness.remoteid.LatLon;
import org.junit.jupiter.api.Test;

/** Messages of WarDragon kits, DJI and French frames; skipped where they are not at hand. */
class FeedCapturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String VECTORS = "hex-vectors/dji_wifi_and_french_vectors.json";

  private final Intake intake = new Intake(new Formats(), AgencyRegions.NONE);
  private final SensorSession session = new SensorSession();
  private long batches;

  @Test
  void joinsADecryptedDroneToItsRemoteIdSerialAndUnwrapsItsAltitude() throws IOException {
    Observation observation = wardragon("dji_o4.json").observations().getFirst();

    assertThat(observation.named().droneId().text()).isEqualTo("serial:1581F6Q8D244C00CL2KF");
    assertThat(observation.claim().flight().position())
        .isEqualTo(LatLon.ofDegrees(27.8002846, -82.6686196));
    assertThat(observation.claim().flight().altitudes().unverifiedM()).isEqualTo(-5.0);
    assertThat(observation.claim().flight().altitudes().geodeticM()).isNull();
    assertThat(observation.claim().flight().altitudes().heightM()).isNull();
    assertThat(observation.findings()).contains("alt.wrap", "source.third-party-decrypted");
    assertThat(observation.reception().frequencyKhz()).isEqualTo(5_756_500);
  }

  @Test
  void readsABeaconOfAKit() throws IOException {
    Observation observation = wardragon("wifi_beacon.json").observations().getFirst();

    assertThat(observation.named().droneId().text()).isEqualTo("caa:FAA-12345");
    assertThat(observation.named().operatorId()).isEqualTo("OP-TEST-001");
    assertThat(observation.claim().flight().altitudes().geodeticM()).isEqualTo(120.0);
    assertThat(observation.claim().flight().altitudes().heightReference()).isNull();
    assertThat(observation.claim().flight().accuracies().horizontal())
        .isEqualTo(HorizontalAccuracy.BELOW_3_M);
    assertThat(observation.claim().home()).isNull();
    assertThat(observation.reception().address()).isEqualTo("aa:bb:cc:dd:ee:ff");
  }

  @Test
  void takesNoPositionFromASignal() throws IOException {
    Verdict verdict = wardragon("signal_fpv.json");

    assertThat(verdict.observations()).isEmpty();
    assertThat(verdict.ignored()).isEqualTo(1);
  }

  @Test
  void readsTheHealthOfAKit() throws IOException {
    StatusReport status = wardragon("system_attrs.json").statuses().getFirst();

    assertThat(status.position().latDeg()).isEqualTo(27.8002846);
    assertThat(status.reportedAt()).isEqualTo(Instant.ofEpochSecond(1_746_796_331));
  }

  @Test
  void refusesTheInputOfATestTransmitter() throws IOException {
    Verdict verdict = accept("dragonsync", Captures.bytes("wardragon-zmq/drone.json"));

    assertThat(verdict.refusals())
        .hasSize(2)
        .allMatch(refusal -> refusal.reason().equals("unknown-object"));
  }

  @Test
  void readsAFrenchBeacon() throws IOException {
    JsonNode vector = JSON.readTree(Captures.bytes(VECTORS)).get(0);
    StringBuilder records = new StringBuilder();
    for (JsonNode record : vector.get("tlv")) {
      String value = record.get(1).asText();
      records.append("%02x%02x%s".formatted(record.get(0).asInt(), value.length() / 2, value));
    }

    Observation observation = only("fr-tlv", "fr-wifi", records.toString(), null);

    assertThat(observation.named().droneId().text()).isEqualTo("serial:1581E0M6DF7700119BY");
    assertThat(observation.claim().flight().altitudes().meanSeaLevelM()).isEqualTo(37.0);
    assertThat(observation.claim().flight().altitudes().heightM()).isEqualTo(17.0);
    assertThat(observation.claim().home()).isEqualTo(LatLon.ofDegrees(43.94974, 4.81879));
    assertThat(observation.claim().flight().motion().courseDeg()).isEqualTo(331.0);
  }

  @Test
  void takesTheGeoidOfAPlaceUnknownForNoPosition() throws IOException {
    String body = JSON.readTree(Captures.bytes(VECTORS)).get(1).get("hex").asText().substring(8);

    Observation observation = only("dji-body", "dji-wifi", body, "60:60:1f:00:00:01");

    assertThat(observation.claim().flight().position()).isNull();
    assertThat(observation.claim().home()).isNull();
    assertThat(observation.claim().ids())
        .containsExactly(new ClaimedId("0K1CG6G3AH8V2M", ClaimedId.Type.DJI));
    assertThat(observation.claim().operator().position().latDeg()).isCloseTo(46.76, within(0.01));
  }

  @Test
  void tellsFifteenInventedDronesApart() throws IOException {
    Set<String> names = new HashSet<>();
    List<String> lines =
        new String(
                Captures.bytes("odid-decoded/mavic_multiple_spoofed.pcapng.jsonl"),
                StandardCharsets.UTF_8)
            .lines()
            .toList();
    for (String line : lines) {
      JsonNode frame = JSON.readTree(line);
      String element = frame.get("payload_hex").asText();
      String body = element.substring(element.indexOf("58621310") + 8);
      names.add(
          only("dji-body", "dji-wifi", body, frame.get("mac").asText()).named().droneId().text());
    }

    assertThat(lines).hasSize(77);
    assertThat(names).hasSize(15);
  }

  private Observation only(String format, String transport, String hex, String address) {
    String item =
        """
        {"t":"%s","m":1,"tr":"%s",%s"fmt":"%s","hex":"%s"}\
        """
            .formatted(
                NOW,
                transport,
                address == null ? "" : "\"a\":\"%s\",".formatted(address),
                format,
                hex);
    String batch = new NativeBatch("roof", batches++, NOW).item(item).json();
    Verdict verdict = accept("native", batch.getBytes(StandardCharsets.UTF_8));
    assertThat(verdict.refusals()).extracting(Refusal::detail).isEmpty();
    return verdict.observations().getFirst();
  }

  private Verdict wardragon(String name) throws IOException {
    return accept("dragonsync", Captures.bytes("wardragon-mqtt/" + name));
  }

  private Verdict accept(String format, byte[] payload) {
    Sensor sensor = new Sensor(ROOF, format, null, false, UUID.randomUUID());
    return intake.accept(sensor, session, new SensorMessage(ROOF, "t", payload, NOW));
  }
}
