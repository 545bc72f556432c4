package org.airwitness.systemtests;

import static org.airwitness.systemtests.driver.TimeLimit.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.Airwitness;
import org.airwitness.systemtests.driver.AirwitnessExtension;
import org.airwitness.systemtests.driver.Api;
import org.airwitness.systemtests.driver.Captures;
import org.airwitness.systemtests.driver.MqttSensor;
import org.airwitness.systemtests.driver.NativeBatch;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What real sensors recorded of real drones. */
@Order(2)
@ExtendWith(AirwitnessExtension.class)
class RealCapturesST {
  private static final String DRONE_SCOUT_TOPIC = "/sensor/SNSTAC-CUAS-0002/upload";
  private static final int FRAMES_OF_A_BATCH = 40;

  private final Airwitness airwitness;

  RealCapturesST(Airwitness airwitness) {
    this.airwitness = airwitness;
  }

  @Test
  void makesOneTrackOfADroneHeardByBluetoothAndWifi() {
    String purpose = "one track of a real drone that a DroneScout heard on two radios";
    String bluetooth = Captures.read("dronescout/BLE-legacy.json", purpose);
    String wifi = Captures.read("dronescout/WiFi-beacon.json", purpose);
    List<JsonNode> messages =
        Captures.readLines("dronescout/decoded.jsonl", purpose).stream().map(Api::parse).toList();
    List<JsonNode> expected = withoutRepetitions(messages);
    Agency agency = Agency.register(airwitness, "scout");

    try (MqttSensor sensor = agency.connectSensor("ds230", "dronescout")) {
      bluetooth.lines().forEach(line -> sensor.deliver(DRONE_SCOUT_TOPIC, line));
      sensor.deliver(DRONE_SCOUT_TOPIC, wifi);
      sensor.deliver(DRONE_SCOUT_TOPIC, bluetooth);
    }

    JsonNode last = expected.stream().max(Comparator.comparing(RealCapturesST::heardAt)).get();
    eventually(20)
        .untilAsserted(() -> {
          JsonNode track = onlyTrack(agency);
          assertThat(track.path("serial").asText()).isEqualTo("1787F04BM24010011195");
          assertThat(track.path("observationCount").asInt()).isEqualTo(expected.size());
          assertThat(Instant.parse(track.path("lastSeenAt").asText())).isEqualTo(heardAt(last));
          JsonNode location = last.path("UAS").path("Location");
          assertAt(
              track, location.path("Latitude").asDouble(), location.path("Longitude").asDouble());
          assertThat(track.path("altitudes").path("geodeticM").asDouble())
              .isEqualTo(location.path("AltitudeGeo").asDouble());
        });
    eventually(10)
        .untilAsserted(() -> {
          JsonNode counters = agency.admin().read("/sensors/ds230").path("counters");
          assertThat(counters.path("accepted").asInt()).isEqualTo(expected.size());
          assertThat(counters.path("duplicate").asInt())
              .as("what the receiver repeats, and the second sending of the Bluetooth messages")
              .isEqualTo(messages.size() - expected.size() + (int) bluetooth.lines().count());
          assertThat(counters.path("quarantined")).isEmpty();
        });
    assertThat(historyTimes(agency))
        .containsExactlyInAnyOrderElementsOf(
            expected.stream().map(RealCapturesST::heardAt).toList());
  }

  /** The first message of each content of an address within five seconds. */
  private static List<JsonNode> withoutRepetitions(List<JsonNode> messages) {
    Map<String, JsonNode> first = new LinkedHashMap<>();
    for (JsonNode message : messages) {
      long span = heardAt(message).getEpochSecond() / 5;
      first.putIfAbsent(span + message.path("MAC address").asText() + message.path("UAS"), message);
    }
    return List.copyOf(first.values());
  }

  @Test
  void keepsEveryFrameOfARealFlight() {
    List<JsonNode> frames =
        Captures.readLines(
                "odid-decoded/parrot_anafi4_real.pcapng.jsonl",
                "a real flight of 1140 frames becomes one complete track")
            .stream()
            .map(Api::parse)
            .toList();
    Agency agency = Agency.register(airwitness, "parrot");

    try (MqttSensor sensor = agency.connectSensor("mast-1", "native")) {
      CompletableFuture.allOf(
              batches(frames).stream().map(sensor::publish).toArray(CompletableFuture[]::new))
          .join();
    }

    eventually(30)
        .untilAsserted(() -> {
          JsonNode counters = agency.admin().read("/sensors/mast-1").path("counters");
          long quarantined = 0;
          for (JsonNode count : counters.path("quarantined")) {
            quarantined += count.asLong();
          }
          assertThat(
                  counters.path("accepted").asLong()
                      + counters.path("duplicate").asLong()
                      + quarantined)
              .isEqualTo(frames.size());
          assertThat(counters.path("accepted").asLong()).isEqualTo(frames.size());
          assertThat(onlyTrack(agency).path("observationCount").asInt()).isEqualTo(frames.size());
        });
    JsonNode track = onlyTrack(agency);
    assertThat(track.path("serial").asText()).isEqualTo("1588E040445AC004418");
    JsonNode last = lastLocation(frames);
    assertAt(track, last.path("lat").asDouble(), last.path("lon").asDouble());
    assertThat(historyTimes(agency))
        .containsExactlyElementsOf(frames.stream().map(RealCapturesST::receivedAt).toList());
  }

  private static List<NativeBatch> batches(List<JsonNode> frames) {
    List<NativeBatch> batches = new java.util.ArrayList<>();
    for (int from = 0; from < frames.size(); from += FRAMES_OF_A_BATCH) {
      List<JsonNode> some = frames.subList(from, Math.min(frames.size(), from + FRAMES_OF_A_BATCH));
      NativeBatch batch = new NativeBatch("mast-1", batches.size(), receivedAt(some.getLast()));
      some.forEach(frame ->
          batch.with(
              receivedAt(frame),
              frame.path("transport").asText(),
              frame.path("mac").asText(),
              frame.path("rssi").asInt(),
              frame.path("payload_hex").asText()));
      batches.add(batch);
    }
    return batches;
  }

  private static JsonNode lastLocation(List<JsonNode> frames) {
    for (JsonNode frame : frames.reversed()) {
      for (JsonNode message : frame.path("decoded")) {
        if (message.hasNonNull("lat")) {
          return message;
        }
      }
    }
    throw new AssertionError("The recording has no position");
  }

  private static Instant receivedAt(JsonNode frame) {
    return Instant.ofEpochMilli(Math.round(frame.path("ts").asDouble() * 1000));
  }

  private static Instant heardAt(JsonNode decoded) {
    return Instant.ofEpochMilli(decoded.path("timestamp").asLong());
  }

  private static JsonNode onlyTrack(Agency agency) {
    List<JsonNode> tracks = agency.as("viewer").list("/tracks");
    assertThat(tracks).hasSize(1);
    return tracks.getFirst();
  }

  private static List<Instant> historyTimes(Agency agency) {
    String id = onlyTrack(agency).path("id").asText();
    return agency.as("viewer").list("/tracks/" + id + "/history").stream()
        .map(point -> Instant.parse(point.path("observedAt").asText()))
        .toList();
  }

  private static void assertAt(JsonNode track, double latDeg, double lonDeg) {
    assertThat(track.path("position").path("lat").asDouble()).isCloseTo(latDeg, within(1e-6));
    assertThat(track.path("position").path("lon").asDouble()).isCloseTo(lonDeg, within(1e-6));
  }
}
