package org.airwitness.airspace;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.airwitness.airspace.Limit.Datum;
import org.jspecify.annotations.Nullable;

/**
 * The volumes of all zones, numbered through. Whatever is asked of a volume that holds a place lies
 * side by side: a fix over one of 100,000 zones waits for memory, not for arithmetic.
 */
final class VolumeTable {
  private static final int NO_DATUM = Datum.values().length;
  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;

  /** By code; nothing beyond the last datum. */
  private static final @Nullable Datum[] DATUMS = Arrays.copyOf(Datum.values(), NO_DATUM + 1);

  // Columns of a row. The first holds the zone's number above the codes of both datums, the
  // floor's in the lowest bits; the last two are a stretch of ZoneWindows.
  private static final int ZONE_AND_DATUMS = 0;
  private static final int FLOOR = 1;
  private static final int CEILING = 2;
  private static final int STRETCH = 3;
  private static final int COLUMNS = 5;

  private final ZoneWindows windows;
  private final int[] firsts;
  private final long[] rows;

  VolumeTable(List<Zone> zones, ZoneWindows windows) {
    this.windows = windows;
    firsts = new int[zones.size() + 1];
    for (int zone = 0; zone < zones.size(); zone++) {
      firsts[zone + 1] = firsts[zone] + zones.get(zone).volumes().size();
    }
    rows = new long[firsts[zones.size()] * COLUMNS];
    int at = 0;
    for (int zone = 0; zone < zones.size(); zone++) {
      for (Volume volume : zones.get(zone).volumes()) {
        put(at, zone, volume);
        at += COLUMNS;
      }
    }
    putStretches();
  }

  private VolumeTable(VolumeTable same, ZoneWindows windows) {
    this.windows = windows;
    firsts = same.firsts;
    rows = same.rows.clone();
    putStretches();
  }

  /** The same volumes with other windows of their zones. */
  VolumeTable with(ZoneWindows newWindows) {
    return new VolumeTable(this, newWindows);
  }

  private void put(int at, int zone, Volume volume) {
    boolean inverted = isInverted(volume);
    Limit floor = inverted ? volume.upper() : volume.lower();
    Limit ceiling = inverted ? volume.lower() : volume.upper();
    rows[at + ZONE_AND_DATUMS] = (long) zone << 2 * BITS | code(ceiling) << BITS | code(floor);
    rows[at + FLOOR] = Double.doubleToRawLongBits(floor.valueM());
    rows[at + CEILING] = Double.doubleToRawLongBits(ceiling.valueM());
  }

  private void putStretches() {
    for (int at = 0; at < rows.length; at += COLUMNS) {
      windows.putStretch(zone(at / COLUMNS), rows, at + STRETCH);
    }
  }

  private static int code(Limit limit) {
    return limit.bounds() ? limit.datum().ordinal() : NO_DATUM;
  }

  /** A floor above its ceiling, same datum, is read as the band between the two. */
  private static boolean isInverted(Volume volume) {
    Limit lower = volume.lower();
    Limit upper = volume.upper();
    return lower.bounds()
        && upper.bounds()
        && lower.datum() == upper.datum()
        && lower.valueM() > upper.valueM();
  }

  /** Number of a zone's first volume; for the number of zones, that of volumes. */
  int first(int zone) {
    return firsts[zone];
  }

  /** Number of the zone of a volume. */
  int zone(int volume) {
    return (int) (rows[volume * COLUMNS + ZONE_AND_DATUMS] >>> 2 * BITS);
  }

  double floorM(int volume) {
    return Double.longBitsToDouble(rows[volume * COLUMNS + FLOOR]);
  }

  /** Nothing for a floor that does not bound. */
  @Nullable Datum floorDatum(int volume) {
    return DATUMS[(int) rows[volume * COLUMNS + ZONE_AND_DATUMS] & MASK];
  }

  double ceilingM(int volume) {
    return Double.longBitsToDouble(rows[volume * COLUMNS + CEILING]);
  }

  /** Nothing for a ceiling that does not bound. */
  @Nullable Datum ceilingDatum(int volume) {
    return DATUMS[(int) rows[volume * COLUMNS + ZONE_AND_DATUMS] >> BITS & MASK];
  }

  /** True when the zone of a volume applies at that time. */
  boolean isActive(int volume, Instant time) {
    int at = volume * COLUMNS + STRETCH;
    long ms = time.toEpochMilli();
    long first = rows[at];
    long second = rows[at + 1];
    if (first <= ms && ms < second) {
      return true;
    }
    if (second <= ms && ms < first) {
      return false;
    }
    return windows.isActive(zone(volume), time);
  }
}
