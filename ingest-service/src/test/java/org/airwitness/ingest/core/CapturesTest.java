package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.testing.Captures;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;

/** Real captures; skipped with a notice where they are not at hand. */
class CapturesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");

  private final Intake intake = new Intake(new Formats(), AgencyRegions.NONE);
  private final SensorSession session = new SensorSession();

  @Test
  void readsEveryBluetoothMessageOfADroneScout() throws IOException {
    Verdict verdict = replay("dronescout", Captures.bytes("dronescout/BLE-legacy.json"));

    assertThat(verdict.refusals()).isEmpty();
    assertThat(verdict.observations().size() + verdict.duplicates()).isEqualTo(19);
    assertThat(verdict.observations())
        .as("one for each of the times the drone gives")
        .hasSize(6)
        .allSatisfy(observation -> {
          assertThat(observation.named().uasId()).isEqualTo("1787F04BM24010011195");
          assertThat(observation.reception().transport()).isEqualTo(Transport.BLUETOOTH_LEGACY);
          assertThat(observation.reception().address()).isEqualTo("df:72:11:d2:6b:95");
          assertThat(observation.claim().flight().position().latDeg()).isBetween(37.75, 37.77);
          assertThat(observation.evidence().bytes()).hasSize(921);
        });
  }

  @Test
  void readsAnArrayOfADroneScout() throws IOException {
    Verdict verdict = replay("dronescout", Captures.bytes("dronescout/WiFi-beacon.json"));

    assertThat(verdict.observations())
        .hasSize(2)
        .allMatch(observation -> observation.reception().transport() == Transport.WIFI_BEACON);
  }

  @Test
  void readsAStatusOfADroneScout() throws IOException {
    Verdict verdict = replay("dronescout", Captures.bytes("dronescout/sensor_status.json"));

    assertThat(verdict.statuses())
        .singleElement()
        .satisfies(status -> assertThat(status.firmware()).isEqualTo("20220509-1035"));
  }

  @Test
  void namesAGenuineFlightFromItsFirstIdentityOn() throws IOException {
    List<Observation> flight = replayFrames("odid-decoded/parrot_anafi4_real.pcapng.jsonl");

    assertThat(flight).hasSize(1140);
    Map<String, Long> names =
        flight.stream()
            .collect(Collectors.groupingBy(o -> o.named().droneId().text(), Collectors.counting()));
    assertThat(names.keySet())
        .containsExactlyInAnyOrder(
            "serial:1588E040445AC004418", "addr:wifi-beacon:90:3a:e6:5b:c8:a8");
    assertThat(names.get("addr:wifi-beacon:90:3a:e6:5b:c8:a8")).isLessThan(30);
    assertThat(flight).allSatisfy(o -> assertThat(o.findings()).isEmpty());
    assertThat(flight)
        .allSatisfy(o -> assertThat(o.times().fixedAt()).isBefore(o.times().observedAt()));
  }

  /**
   * A frame is of use when it says who and where. Of a public gateway 24 % were, and 98 % once the
   * frames of a transmitter were joined; of this flight a third are.
   */
  @Test
  void joiningTheFramesOfATransmitterMakesThemOfUse() throws IOException {
    List<Observation> flight = replayFrames("odid-decoded/parrot_anafi4_real.pcapng.jsonl");

    long alone = flight.stream().filter(o -> !o.claim().ids().isEmpty() && isPlaced(o)).count();
    long joined = flight.stream().filter(o -> o.named().uasId() != null && isPlaced(o)).count();

    assertThat(100.0 * alone / flight.size()).isBetween(30.0, 38.0);
    assertThat(100.0 * joined / flight.size()).isBetween(97.0, 100.0);
  }

  private static boolean isPlaced(Observation observation) {
    Flight flight = observation.claim().flight();
    return flight != null && flight.position() != null;
  }

  @Test
  void keepsTheFindingsOfASpoofedFlight() throws IOException {
    List<Observation> flight = replayFrames("odid-decoded/parrot_anafi4_spoofed.pcapng.jsonl");

    assertThat(flight)
        .hasSize(26)
        .allSatisfy(o -> {
          assertThat(o.findings()).contains("frame.pack-shape");
          assertThat(o.times().fixedAt()).isEqualTo(o.times().observedAt());
        });
  }

  @Test
  void decodesNothingThatFailedItsLinkCheck() throws IOException {
    List<Verdict> verdicts = replayBatches("odid-decoded/odid_bt5_lr_sample.pcapng.jsonl");

    Tally sum =
        verdicts.stream()
            .map(verdict -> intake.confirm(session, verdict))
            .reduce(new Tally(0, 0, Map.of()), Tally::plus);
    assertThat(sum.quarantined()).containsEntry("link-crc", 30);
    assertThat(sum.accepted() + sum.quarantined().values().stream().mapToInt(n -> n).sum())
        .isEqualTo(274);
  }

  private List<Observation> replayFrames(String file) throws IOException {
    return replayBatches(file).stream()
        .peek(verdict -> assertThat(verdict.refusals()).isEmpty())
        .flatMap(verdict -> verdict.observations().stream())
        .toList();
  }

  /** Sends each frame of a decoded capture as a batch of its own. */
  private List<Verdict> replayBatches(String file) throws IOException {
    List<Verdict> verdicts = new ArrayList<>();
    for (String line : Captures.lines(file)) {
      JsonNode frame = JSON.readTree(line);
      if (frame.hasNonNull("payload_hex") || frame.hasNonNull("frame_hex")) {
        Instant heard = Instant.ofEpochMilli(Math.round(frame.get("ts").asDouble() * 1000));
        verdicts.add(replay(frame, heard, verdicts.size()));
      }
    }
    return verdicts;
  }

  private Verdict replay(JsonNode frame, Instant heard, long seq) {
    var item = JSON.createObjectNode();
    item.put("t", heard.toString()).put("m", seq).put("tr", frame.get("transport").asText());
    item.put("fmt", "odid");
    item.put(
        "hex", frame.path(frame.hasNonNull("payload_hex") ? "payload_hex" : "frame_hex").asText());
    if (frame.hasNonNull("mac")) {
      item.put("a", frame.get("mac").asText());
    }
    if (frame.hasNonNull("crc_ok")) {
      item.put("crc", frame.get("crc_ok").asBoolean());
    }
    String batch = new NativeBatch("roof", seq, heard).item(item.toString()).json();
    SensorMessage message =
        new SensorMessage(ROOF, "s/roof/obs", batch.getBytes(StandardCharsets.UTF_8), heard);
    return intake.accept(sensor("native"), session, message);
  }

  private Verdict replay(String format, byte[] payload) {
    return intake.accept(
        sensor(format), session, new SensorMessage(ROOF, "t", payload, Instant.now()));
  }

  private static Sensor sensor(String format) {
    return new Sensor(ROOF, format, null, false, UUID.randomUUID());
  }
}
