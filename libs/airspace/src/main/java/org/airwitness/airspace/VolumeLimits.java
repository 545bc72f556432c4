package org.airwitness.airspace;

import java.util.List;
import org.airwitness.airspace.Limit.Datum;
import org.jspecify.annotations.Nullable;

/** The limits of numbered volumes in flat arrays; a limit that does not bound has no datum. */
final class VolumeLimits {
  private final double[] floorM;
  private final double[] ceilingM;
  private final @Nullable Datum[] floorDatum;
  private final @Nullable Datum[] ceilingDatum;

  VolumeLimits(List<Volume> volumes) {
    floorM = new double[volumes.size()];
    ceilingM = new double[volumes.size()];
    floorDatum = new Datum[volumes.size()];
    ceilingDatum = new Datum[volumes.size()];
    for (int i = 0; i < floorM.length; i++) {
      Volume volume = volumes.get(i);
      boolean inverted = isInverted(volume);
      Limit floor = inverted ? volume.upper() : volume.lower();
      Limit ceiling = inverted ? volume.lower() : volume.upper();
      floorM[i] = floor.valueM();
      ceilingM[i] = ceiling.valueM();
      floorDatum[i] = floor.bounds() ? floor.datum() : null;
      ceilingDatum[i] = ceiling.bounds() ? ceiling.datum() : null;
    }
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
    return floorM[volume];
  }

  @Nullable Datum floorDatum(int volume) {
    return floorDatum[volume];
  }

  double ceilingM(int volume) {
    return ceilingM[volume];
  }

  @Nullable Datum ceilingDatum(int volume) {
    return ceilingDatum[volume];
  }
}
