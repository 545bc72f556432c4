package org.airwitness.airspace;

import java.util.Arrays;
import java.util.List;
import org.airwitness.airspace.Limit.Datum;
import org.jspecify.annotations.Nullable;

/**
 * The limits of numbered volumes in flat arrays, those of one volume side by side; a limit that
 * does not bound has no datum.
 */
final class VolumeLimits {
  private static final int NO_DATUM = Datum.values().length;
  private static final int BITS = 4;
  private static final int MASK = (1 << BITS) - 1;

  /** By code; nothing beyond the last datum. */
  private static final @Nullable Datum[] DATUMS = Arrays.copyOf(Datum.values(), NO_DATUM + 1);

  private final double[] floorAndCeilingM;

  /** Codes of both, the floor's in the lower bits. */
  private final byte[] datums;

  VolumeLimits(List<Volume> volumes) {
    floorAndCeilingM = new double[2 * volumes.size()];
    datums = new byte[volumes.size()];
    for (int i = 0; i < datums.length; i++) {
      Volume volume = volumes.get(i);
      boolean inverted = isInverted(volume);
      Limit floor = inverted ? volume.upper() : volume.lower();
      Limit ceiling = inverted ? volume.lower() : volume.upper();
      floorAndCeilingM[2 * i] = floor.valueM();
      floorAndCeilingM[2 * i + 1] = ceiling.valueM();
      datums[i] = (byte) (code(floor) | code(ceiling) << BITS);
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

  double floorM(int volume) {
    return floorAndCeilingM[2 * volume];
  }

  @Nullable Datum floorDatum(int volume) {
    return DATUMS[datums[volume] & MASK];
  }

  double ceilingM(int volume) {
    return floorAndCeilingM[2 * volume + 1];
  }

  @Nullable Datum ceilingDatum(int volume) {
    return DATUMS[datums[volume] >> BITS];
  }
}
