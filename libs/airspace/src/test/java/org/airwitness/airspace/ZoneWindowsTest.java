package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZoneWindowsTest {
  private static final Instant NOON = Instant.parse("2026-08-14T12:00:00Z");

  @Test
  void agreesWithTheZonesAtEveryTime() {
    List<Zone> zones = new ArrayList<>();
    zones.add(zone());
    zones.add(zone(window(-5, 5)));
    zones.add(zone(window(-300, -200), window(-1, 2), window(2, 3)));
    zones.add(zone(new Applicability(false, NOON, null, List.of())));
    zones.add(zone(new Applicability(true, null, NOON.minusSeconds(60), List.of())));
    zones.addAll(RealZones.of("FI"));
    Random random = new Random(7);
    ZoneWindows expanded = new ZoneWindows(zones, NOON);
    ZoneWindows unexpanded = new ZoneWindows(zones, null);
    VolumeTable volumes = new VolumeTable(zones, expanded);
    for (int i = 0; i < 300; i++) {
      Instant time = NOON.plusSeconds(random.nextInt(-200_000, 300_000));
      for (int zone = 0; zone < zones.size(); zone++) {
        boolean expected = zones.get(zone).activeAt(time);
        assertThat(expanded.isActive(zone, time)).as("%s at %s", zone, time).isEqualTo(expected);
        assertThat(unexpanded.isActive(zone, time)).isEqualTo(expected);
        assertThat(volumes.isActive(volumes.first(zone), time)).isEqualTo(expected);
      }
    }
  }

  @Test
  void holdsTheStartOfAWindowAndNotItsEnd() {
    ZoneWindows windows = new ZoneWindows(List.of(zone(window(-1, 1))), null);
    Duration hour = Duration.ofHours(1);

    assertThat(windows.isActive(0, NOON.minus(hour))).isTrue();
    assertThat(windows.isActive(0, NOON.minus(hour).minusMillis(1))).isFalse();
    assertThat(windows.isActive(0, NOON.plus(hour).minusNanos(1))).isTrue();
    assertThat(windows.isActive(0, NOON.plus(hour))).isFalse();
  }

  private static Applicability window(int fromHours, int toHours) {
    return new Applicability(
        false,
        NOON.plus(Duration.ofHours(fromHours)),
        NOON.plus(Duration.ofHours(toHours)),
        List.of());
  }

  private static Zone zone(Applicability... periods) {
    return Zones.of(
        "W", Restriction.PROHIBITED, List.of(periods), Limit.notStated(), Zones.box(0, 0, 1, 1));
  }
}
