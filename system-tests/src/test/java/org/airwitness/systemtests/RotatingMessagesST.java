package org.airwitness.systemtests;

import static org.airwitness.systemtests.driver.TimeLimit.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.Airwitness;
import org.airwitness.systemtests.driver.AirwitnessExtension;
import org.airwitness.systemtests.driver.MqttSensor;
import org.airwitness.systemtests.driver.NativeBatch;
import org.airwitness.systemtests.driver.Place;
import org.airwitness.systemtests.driver.RemoteId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Bluetooth legacy carries one message at a time: what a drone says of itself has to be put
 * together by its transmitter address, here of two drones that are heard in turn.
 */
@Order(4)
@ExtendWith(AirwitnessExtension.class)
class RotatingMessagesST {
  private static final int ROUNDS = 5;
  private static final Place HARBOUR = new Place(59.905, 10.75);

  private record Drone(String serial, String address, Place place, Place pilot, String operatorId) {
    Place placeIn(int round) {
      return place.moved(10 * round, 0);
    }
  }

  private static final Drone NORTH =
      new Drone(
          "1581F5ZLHC23A001QW7R",
          "02:11:22:33:44:01",
          HARBOUR.moved(0, 400),
          HARBOUR.moved(50, 500),
          "NOR4k7q2m9x0b1cu");
  private static final Drone SOUTH =
      new Drone(
          "1581F5ZLHC23A002MX4T",
          "02:11:22:33:44:02",
          HARBOUR.moved(0, -400),
          HARBOUR.moved(50, -500),
          "SWE8h3j6k1p5z2ra");

  private final Airwitness airwitness;
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(30);
  private Agency agency;
  private int sequence;

  RotatingMessagesST(Airwitness airwitness) {
    this.airwitness = airwitness;
  }

  @BeforeAll
  void hearTwoDronesInTurn() {
    agency = Agency.register(airwitness, "harbour");
    try (MqttSensor sensor = agency.connectSensor("pier-1", "native")) {
      for (int round = 0; round < ROUNDS; round++) {
        hearLocation(sensor, round);
        hear(sensor, drone -> RemoteId.basicId(drone.serial()));
        hear(sensor, drone -> RemoteId.system(drone.pilot(), start));
        hear(sensor, drone -> RemoteId.operatorId(drone.operatorId()));
      }
    }
  }

  private void hearLocation(MqttSensor sensor, int round) {
    hear(sensor, drone -> RemoteId.location(drone.placeIn(round), start.plusSeconds(sequence)));
  }

  private void hear(MqttSensor sensor, java.util.function.Function<Drone, byte[]> message) {
    NativeBatch batch = new NativeBatch("pier-1", sequence, start.plusSeconds(sequence));
    for (Drone drone : List.of(NORTH, SOUTH)) {
      batch.with("bt4", drone.address(), message.apply(drone));
    }
    sequence++;
    MqttSensor.await(sensor.publish(batch));
  }

  @Test
  void makesOneTrackOfEachDrone() {
    eventually(20)
        .untilAsserted(() -> {
          assertThat(agency.as("viewer").list("/tracks"))
              .extracting(track -> track.path("serial").asText())
              .containsExactlyInAnyOrder(NORTH.serial(), SOUTH.serial());
          for (Drone drone : List.of(NORTH, SOUTH)) {
            JsonNode track = track(drone, "viewer");
            assertThat(track.path("observationCount").asInt()).isEqualTo(4 * ROUNDS);
            assertThat(track.path("mac").asText()).isEqualTo(drone.address());
            assertAt(track.path("position"), drone.placeIn(ROUNDS - 1));
          }
        });
  }

  @Test
  void showsPilotsToInvestigators() {
    eventually(20)
        .untilAsserted(() -> {
          for (Drone drone : List.of(NORTH, SOUTH)) {
            JsonNode track = track(drone, "investigator");
            assertAt(track.path("operatorPosition"), drone.pilot());
            assertThat(track.path("operatorId").asText()).isEqualTo(drone.operatorId());
          }
        });
  }

  @Test
  void showsPilotsToNobodyElse() {
    eventually(20)
        .untilAsserted(
            () -> assertThat(track(NORTH, "investigator").has("operatorPosition")).isTrue());

    for (String role : List.of("viewer", "duty-officer", "agency-admin")) {
      JsonNode track = track(NORTH, role);
      assertThat(track.has("operatorPosition")).as(role).isFalse();
      assertThat(track.has("operatorId")).as(role).isFalse();
      JsonNode alone = agency.as(role).read("/tracks/" + track.path("id").asText());
      assertThat(alone.has("operatorPosition")).as(role).isFalse();
      assertThat(alone.has("operatorId")).as(role).isFalse();
    }
  }

  private JsonNode track(Drone drone, String role) {
    return agency.as(role).list("/tracks").stream()
        .filter(track -> track.path("serial").asText().equals(drone.serial()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertAt(JsonNode position, Place place) {
    assertThat(position.path("lat").asDouble()).isCloseTo(place.latDeg(), within(1e-6));
    assertThat(position.path("lon").asDouble()).isCloseTo(place.lonDeg(), within(1e-6));
  }
}
