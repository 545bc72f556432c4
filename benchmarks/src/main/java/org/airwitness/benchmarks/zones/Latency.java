package org.airwitness.benchmarks.zones;

import java.util.Arrays;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.height.Environment;

/** How long single fixes take, by the clock: what else the machine does is in it. */
final class Latency {
  private static final int ROUNDS = 5;

  private Latency() {}

  /** Nanoseconds within which 99 of 100 fixes are checked; the best of some rounds. */
  static long p99Ns(ZoneIndex index, Position[] places) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, round(index, places));
    }
    return best;
  }

  private static long round(ZoneIndex index, Position[] places) {
    Heights[] heights = Load.heights();
    Verdicts verdicts = new Verdicts(Environment.NONE);
    Watch watch = new Watch();
    long[] took = new long[places.length];
    for (int i = 0; i < places.length; i++) {
      long start = System.nanoTime();
      index.check(places[i], heights[i & 63], Load.TIME, verdicts);
      watch.accept(i % Load.TRACKS, verdicts);
      took[i] = System.nanoTime() - start;
    }
    Arrays.sort(took);
    return took[took.length * 99 / 100];
  }
}
