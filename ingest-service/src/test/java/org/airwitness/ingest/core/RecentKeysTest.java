package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecentKeysTest {

  @Test
  void findsWhatWasAddedAndNothingElse() {
    var keys = new RecentKeys<String>(16);

    assertThat(keys.add(1, 2, "first")).isTrue();
    assertThat(keys.add(1, 2, "second")).isFalse();

    assertThat(keys.find(1, 2)).isEqualTo("first");
    assertThat(keys.find(2, 1)).isNull();
    assertThat(keys.find(0, 0)).isNull();
  }

  @Test
  void forgetsTheOldestWhenTheLimitIsReached() {
    var keys = new RecentKeys<Integer>(32);

    for (int number = 0; number < 33; number++) {
      keys.add(7, number, number);
    }

    assertThat(keys.find(7, 0)).isNull();
    assertThat(keys.find(7, 1)).isEqualTo(1);
    assertThat(keys.find(7, 32)).isEqualTo(32);
  }

  /** Halves of few kinds, so that keys come back, share buckets and are alike in one half. */
  @Test
  void remembersTheSameAsAMapInOrderOfInsertion() {
    var random = new Random(20260101);
    long[] halves = random.longs(20).toArray();
    var keys = new RecentKeys<Integer>(64);
    var expected = new LinkedHashMap<Map.Entry<Long, Long>, Integer>();

    for (int step = 0; step < 100_000; step++) {
      long high = halves[random.nextInt(20)];
      long low = halves[random.nextInt(20)];
      assertThat(keys.find(high, low)).isEqualTo(expected.get(Map.entry(high, low)));
      boolean fresh = expected.putIfAbsent(Map.entry(high, low), step) == null;
      if (expected.size() > 64) {
        expected.pollFirstEntry();
      }
      assertThat(keys.add(high, low, step)).isEqualTo(fresh);
    }
  }
}
