package org.airwitness.benchmarks.zones;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Verdict;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.height.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZonesBenchTest {
  private static final int PLACES = 5_000;

  private final ZoneSet set = ZoneSet.make(4_000);
  private final ZoneIndex index = ZoneIndex.of(set.zones(), Load.TIME);

  @ParameterizedTest
  @ValueSource(strings = {"tracks", "random"})
  void enginesFindTheSameZones(String load) {
    Position[] places = Arrays.copyOf(Load.positions(load, set.zones()), PLACES);

    assertThat(Comparison.countDifferences(index, new JtsZones(set.zones()), places)).isZero();
    assertThat(places)
        .filteredOn(at -> !index.at(at.lonDeg(), at.latDeg()).isEmpty())
        .hasSizeGreaterThan(PLACES / 20);
  }

  @Test
  void comparisonNoticesAMissingZone() {
    Position[] places = Arrays.copyOf(Load.positions("random", set.zones()), PLACES);
    List<Zone> fewer = set.zones().subList(0, 2_000);

    assertThat(Comparison.countDifferences(ZoneIndex.of(fewer), new JtsZones(set.zones()), places))
        .isPositive();
  }

  @Test
  void watchCountsWhatEachTrackEntersAndLeaves() {
    Position[] places = Load.positions("tracks", set.zones());
    Heights[] heights = Load.heights();
    Verdicts verdicts = new Verdicts(Environment.NONE);
    Watch watch = new Watch();
    Map<Integer, Set<Zone>> before = new HashMap<>();
    long expected = 0;
    for (int i = 0; i < places.length; i++) {
      index.check(places[i], heights[i % 64], Load.TIME, verdicts);
      watch.accept(i % Load.TRACKS, verdicts);
      Set<Zone> inside = Collections.newSetFromMap(new IdentityHashMap<>());
      for (Verdict verdict : index.check(places[i], heights[i % 64], Load.TIME)) {
        if (verdict.inside()) {
          inside.add(verdict.zone());
        }
      }
      Set<Zone> last = before.put(i % Load.TRACKS, inside);
      expected += last == null ? inside.size() : countOfOne(last, inside);
    }
    assertThat(expected).isGreaterThan(Load.TRACKS);
    assertThat(watch.changes()).isEqualTo(expected);
  }

  private static long countOfOne(Set<Zone> some, Set<Zone> others) {
    return some.stream().filter(zone -> !others.contains(zone)).count()
        + others.stream().filter(zone -> !some.contains(zone)).count();
  }

  @Test
  void makesTheSameZonesEachTime() {
    assertThat(ZoneSet.make(4_000)).isEqualTo(set);
    assertThat(set.zones()).hasSize(4_000);
    assertThat(set.published()).isFalse();
  }
}
