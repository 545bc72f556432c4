package org.airwitness.standalone.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.awt.geom.Path2D;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.RemoteIdDecoder;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;
import org.airwitness.remoteid.UasDataStruct;
import org.airwitness.remoteid.UasId;
import org.junit.jupiter.api.Test;

class ScenarioTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:34:56.700Z");

  @Test
  void entersAForbiddenZoneWithinFifteenSeconds() {
    assertThat(firstEntryS()).isBetween(2.0, 13.0);
  }

  private static double firstEntryS() {
    for (double seconds = 0; seconds < 60; seconds += 0.5) {
      for (var drone : Scenario.DRONES) {
        for (var zone : Scenario.ZONES) {
          if (contains(zone.feature(), drone.at(seconds).point())) {
            return seconds;
          }
        }
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  @Test
  void everyZoneIsCrossedAndLeftByADrone() {
    for (var zone : Scenario.ZONES) {
      var inside = new HashSet<Boolean>();
      for (double seconds = 0; seconds < 900; seconds += 1) {
        for (var drone : Scenario.DRONES) {
          inside.add(contains(zone.feature(), drone.at(seconds).point()));
        }
      }
      assertThat(inside).as(zone.name()).containsExactlyInAnyOrder(true, false);
    }
  }

  @Test
  void severalSensorsHearOneDrone() {
    for (var drone : Scenario.DRONES) {
      var hearing =
          Scenario.SENSORS.stream()
              .filter(site -> drone.at(0).point().distanceM(site.point()) < 6_000)
              .count();
      assertThat(hearing).as(drone.serial()).isGreaterThan(1);
    }
  }

  @Test
  void sendsPacksThatDecodeToWhatFlies() {
    for (var drone : Scenario.DRONES) {
      var state = drone.at(33);
      var messages = drone.messages(Scenario.PLANE, state, NOW);

      var decoded =
          (Frame)
              RemoteIdDecoder.decode(
                  RemoteIdEncoder.encodePack(SimulatedMessages.VERSION, messages));

      var kinds = decoded.messages().stream().map(Message::getClass).toList();
      assertThat(kinds).as(drone.serial()).hasSize(4);
      assertThat(decoded.list(BasicId.class))
          .extracting(id -> ((UasId.Text) id.id()).text())
          .containsExactly(drone.serial());
      var location = decoded.find(Location.class).orElseThrow();
      assertThat(location.position().latE7() / 1e7)
          .isCloseTo(Scenario.PLANE.latDeg(state.point()), within(1e-6));
      assertThat(location.position().lonE7() / 1e7)
          .isCloseTo(Scenario.PLANE.lonDeg(state.point()), within(1e-6));
      assertThat(location.altitudes().heightM()).isCloseTo(state.heightM(), within(0.3));
      assertThat(location.hourTenths()).isEqualTo(34 * 600 + 567);
    }
  }

  @Test
  void writesTheDroneScoutStructureAsTheDecoderReadsIt() {
    var drone = Scenario.DRONES.get(2);
    var state = drone.at(12);

    var message =
        new JsonObject(DroneScoutStruct.message("harbour", drone, Scenario.PLANE, state, -60, NOW));

    var data = message.getJsonObject("data");
    assertThat(data.getLong("timestamp")).isEqualTo(NOW.toEpochMilli());
    var decoded =
        (Frame) UasDataStruct.decode(Base64.getDecoder().decode(data.getString("UASdata")));
    assertThat(decoded.messages()).hasSize(3);
    var location = decoded.find(Location.class).orElseThrow();
    assertThat(location.position().latE7() / 1e7)
        .isCloseTo(Scenario.PLANE.latDeg(state.point()), within(1e-6));
    assertThat(location.motion().groundSpeedMps()).isCloseTo(drone.speedMps(), within(0.01));
    assertThat(location.hourTenths()).isEqualTo(34 * 600 + 567);
  }

  @Test
  void namesEverythingOnce() {
    assertThat(Scenario.DRONES).extracting(SimulatedDrone::serial).doesNotHaveDuplicates();
    assertThat(Scenario.DRONES)
        .extracting(SimulatedDrone::serial)
        .allSatisfy(serial -> assertThat(serial).matches("[0-9A-Z]{4}F[0-9A-HJ-NP-Z]{15}"));
    assertThat(Scenario.DRONES).extracting(SimulatedDrone::mac).doesNotHaveDuplicates();
    assertThat(Scenario.SENSORS).extracting(SimulatedSensor.Site::id).doesNotHaveDuplicates();
    assertThat(Scenario.ZONES).extracting(Scenario.ZoneDraft::name).doesNotHaveDuplicates();
  }

  private static boolean contains(JsonObject feature, LocalPlane.Point point) {
    JsonArray ring = feature.getJsonObject("geometry").getJsonArray("coordinates").getJsonArray(0);
    var path = new Path2D.Double();
    var corners = new ArrayList<>(ring.getList());
    for (int i = 0; i < corners.size(); i++) {
      var corner = ring.getJsonArray(i);
      if (i == 0) {
        path.moveTo(corner.getDouble(0), corner.getDouble(1));
      } else {
        path.lineTo(corner.getDouble(0), corner.getDouble(1));
      }
    }
    return path.contains(Scenario.PLANE.lonDeg(point), Scenario.PLANE.latDeg(point));
  }
}
