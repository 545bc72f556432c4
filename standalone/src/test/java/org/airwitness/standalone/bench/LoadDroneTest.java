package org.airwitness.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.RemoteIdDecoder;
import org.airwitness.remoteid.UasId;
import org.junit.jupiter.api.Test;

class LoadDroneTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:34:56.700Z");

  @Test
  void entersTheZoneAtItsTimeAndStays() {
    var drone = new LoadDrone("9ZZ9EB1234567", 17, 30);

    assertThat(isInside(drone, 0)).isFalse();
    assertThat(isInside(drone, 29.9)).isFalse();
    assertThat(isInside(drone, 30.1)).isTrue();
    assertThat(isInside(drone, 3_600)).isTrue();
  }

  @Test
  void circlesOutsideTheZoneForEver() {
    for (int number = 0; number < 20_000; number += 37) {
      var drone = new LoadDrone("9ZZ9EB1234567", number, Double.POSITIVE_INFINITY);
      for (double seconds = 0; seconds < 200; seconds += 20) {
        assertThat(isInside(drone, seconds)).isFalse();
      }
    }
  }

  @Test
  void namesItselfByASerialNumberOfItsOwn() {
    var drone = new LoadDrone("9ZZ9EB1234567", 17, 30);

    var id = frame(drone, 0).find(BasicId.class).orElseThrow().id();

    assertThat(((UasId.Text) id).text()).isEqualTo("9ZZ9EB1234567000017");
    assertThat(drone.mac()).isEqualTo("02:be:00:00:00:11");
  }

  private static boolean isInside(LoadDrone drone, double seconds) {
    var position = frame(drone, seconds).find(Location.class).orElseThrow().position();
    double half = LoadDrone.ZONE_HALF_M;
    return position.latE7() / 1e7 > LoadDrone.latDeg(-half)
        && position.latE7() / 1e7 < LoadDrone.latDeg(half)
        && position.lonE7() / 1e7 > LoadDrone.lonDeg(-half)
        && position.lonE7() / 1e7 < LoadDrone.lonDeg(half);
  }

  private static Frame frame(LoadDrone drone, double seconds) {
    return (Frame) RemoteIdDecoder.decode(drone.pack(seconds, NOW));
  }
}
