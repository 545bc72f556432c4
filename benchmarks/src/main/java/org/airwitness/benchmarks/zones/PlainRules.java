package org.airwitness.benchmarks.zones;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.TimeWindow;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Limits and times of one volume as one would write them beside a library of geometry: a height is
 * compared in its own datum, one that is not known rules nothing out, and schedules are worked out
 * beforehand.
 */
final class PlainRules {
  private final @Nullable Datum floorDatum;
  private final @Nullable Datum ceilingDatum;
  private final double floorM;
  private final double ceilingM;
  private final long[] edges;

  PlainRules(Zone zone, Volume volume, Instant around) {
    boolean inverted = isInverted(volume);
    Limit floor = inverted ? volume.upper() : volume.lower();
    Limit ceiling = inverted ? volume.lower() : volume.upper();
    floorDatum = floor.bounds() ? floor.datum() : null;
    ceilingDatum = ceiling.bounds() ? ceiling.datum() : null;
    floorM = floor.valueM();
    ceilingM = ceiling.valueM();
    List<TimeWindow> windows =
        zone.windows(around.minus(Duration.ofDays(1)), around.plus(Duration.ofDays(2)));
    edges = new long[2 * windows.size()];
    for (int i = 0; i < windows.size(); i++) {
      edges[2 * i] = windows.get(i).from().toEpochMilli();
      edges[2 * i + 1] = windows.get(i).to().toEpochMilli();
    }
  }

  private static boolean isInverted(Volume volume) {
    return volume.lower().bounds()
        && volume.upper().bounds()
        && volume.lower().datum() == volume.upper().datum()
        && volume.lower().valueM() > volume.upper().valueM();
  }

  /** True when the zone applies and no height rules the volume out. */
  boolean hold(Heights heights, Instant time) {
    return isActive(time.toEpochMilli())
        && isKept(floorDatum, floorM, 1, heights)
        && isKept(ceilingDatum, ceilingM, -1, heights);
  }

  private boolean isActive(long ms) {
    int at = Arrays.binarySearch(edges, ms);
    return (at < 0 ? ~at : at + 1) % 2 == 1;
  }

  private static boolean isKept(@Nullable Datum datum, double limitM, int side, Heights heights) {
    if (datum == null) {
      return true;
    }
    Height height =
        switch (datum) {
          case AGL ->
              heights.aboveGround() != null ? heights.aboveGround() : heights.aboveTakeoff();
          case WGS84 -> heights.ellipsoid();
          case STD -> heights.pressure();
          case AMSL -> null; // takes a geoid, which neither engine is given
        };
    return height == null || side * (height.valueM() - limitM) >= 0;
  }
}
