package org.airwitness.benchmarks.zones;

import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/** In which zones each track is, to tell what it enters and leaves; allocates nothing. */
final class Watch {
  private static final int MOST = 64;

  private final @Nullable Zone[][] inside = new Zone[Load.TRACKS][MOST];
  private final int[] sizes = new int[Load.TRACKS];
  private @Nullable Zone[] spare = new Zone[MOST];
  private int size;
  private long changes;

  /** Times a track entered or left a zone. */
  long changes() {
    return changes;
  }

  /** Takes in the verdicts of a track's next fix. */
  void accept(int track, Verdicts verdicts) {
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.isInside(i)) {
        add(verdicts.zone(i));
      }
    }
    next(track);
  }

  /** Takes in a zone that the next fix is in; one that comes again counts once. */
  void add(Zone zone) {
    if (size < MOST && !holds(spare, size, zone)) {
      spare[size++] = zone;
    }
  }

  /** Compares the zones of a track's next fix with those of the one before. */
  void next(int track) {
    @Nullable Zone[] before = inside[track];
    int sizeBefore = sizes[track];
    int stayed = 0;
    for (int i = 0; i < size; i++) {
      stayed += holds(before, sizeBefore, spare[i]) ? 1 : 0;
    }
    changes += size + sizeBefore - 2L * stayed;
    inside[track] = spare;
    sizes[track] = size;
    spare = before;
    size = 0;
  }

  private static boolean holds(@Nullable Zone[] zones, int size, @Nullable Zone zone) {
    for (int i = 0; i < size; i++) {
      if (zones[i] == zone) {
        return true;
      }
    }
    return false;
  }
}
