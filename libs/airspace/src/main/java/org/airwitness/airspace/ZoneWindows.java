package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When numbered zones apply: the edges of their windows, sorted, in one flat array of milliseconds.
 *
 * <p>A zone without a schedule has all its edges here. A schedule never ends and is worked out for
 * some days only; outside them, or when no time is given, the zone itself is asked.
 */
final class ZoneWindows {
  private static final Duration BACK = Duration.ofHours(24);
  static final Duration AHEAD = Duration.ofHours(48);
  private static final TimeWindow EVER =
      new TimeWindow(Instant.ofEpochMilli(Long.MIN_VALUE), Instant.ofEpochMilli(Long.MAX_VALUE));

  private final List<Zone> zones;
  private final int[] starts;
  private final long[] knownFrom;
  private final long[] knownTo;
  private final long[] sorted;
  private final long aroundMs;

  private long[] edges = new long[16];

  /** Windows of these zones; schedules around a time, if one is given. */
  ZoneWindows(List<Zone> zones, @Nullable Instant around) {
    this.zones = zones;
    starts = new int[zones.size() + 1];
    knownFrom = new long[zones.size()];
    knownTo = new long[zones.size()];
    TimeWindow days =
        around == null ? null : new TimeWindow(around.minus(BACK), around.plus(AHEAD));
    for (int i = 0; i < knownFrom.length; i++) {
      TimeWindow known = isScheduled(zones.get(i)) ? days : EVER;
      starts[i + 1] = known == null ? starts[i] : addEdges(i, known);
      knownFrom[i] = known == null ? Long.MAX_VALUE : known.from().toEpochMilli();
      knownTo[i] = known == null ? Long.MIN_VALUE : known.to().toEpochMilli();
    }
    edges = Arrays.copyOf(edges, starts[knownFrom.length]);
    sorted = edges.clone();
    Arrays.sort(sorted);
    aroundMs = around == null ? 0 : around.toEpochMilli();
  }

  /**
   * Writes both ends of a stretch of time in which the zone's state stays the same, the later one
   * first when it does not apply; an empty one, which answers nothing, when none is known.
   */
  void putStretch(int zone, long[] into, int at) {
    if (aroundMs < knownFrom[zone] || aroundMs >= knownTo[zone]) {
      into[at] = into[at + 1] = 0;
      return;
    }
    int passed = passed(zone, aroundMs);
    int next = starts[zone] + passed;
    long from = passed == 0 ? knownFrom[zone] : edges[next - 1];
    long to = next == starts[zone + 1] ? knownTo[zone] : edges[next];
    boolean active = passed % 2 == 1;
    into[at] = active ? from : to;
    into[at + 1] = active ? to : from;
  }

  /** The first known edge after a time, in milliseconds; {@link Long#MAX_VALUE} for none. */
  long nextEdge(Instant after) {
    int at = Arrays.binarySearch(sorted, after.toEpochMilli());
    int next = at < 0 ? ~at : at + 1;
    while (next < sorted.length && sorted[next] <= after.toEpochMilli()) {
      next++;
    }
    return next < sorted.length ? sorted[next] : Long.MAX_VALUE;
  }

  private static boolean isScheduled(Zone zone) {
    return zone.applicability().stream().anyMatch(period -> !period.schedule().isEmpty());
  }

  private int addEdges(int zone, TimeWindow known) {
    List<TimeWindow> windows = zones.get(zone).windows(known.from(), known.to());
    int end = starts[zone];
    if (end + 2 * windows.size() > edges.length) {
      edges = Arrays.copyOf(edges, 2 * edges.length + 2 * windows.size());
    }
    for (TimeWindow window : windows) {
      edges[end++] = window.from().toEpochMilli();
      edges[end++] = window.to().toEpochMilli();
    }
    return end;
  }

  /** True when the zone applies at that time. */
  boolean isActive(int zone, Instant time) {
    long ms = time.toEpochMilli();
    if (ms < knownFrom[zone] || ms >= knownTo[zone]) {
      return zones.get(zone).activeAt(time);
    }
    return passed(zone, ms) % 2 == 1;
  }

  /** Number of edges up to a time. */
  private int passed(int zone, long ms) {
    int at = Arrays.binarySearch(edges, starts[zone], starts[zone + 1], ms);
    return (at < 0 ? ~at : at + 1) - starts[zone];
  }
}
