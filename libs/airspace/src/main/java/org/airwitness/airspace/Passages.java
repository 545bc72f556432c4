package org.airwitness.airspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.index.Fractions;
import org.airwitness.airspace.index.Line;
import org.jspecify.annotations.Nullable;

/** Finds when a straight leg lies in a zone; for one thread. */
final class Passages {
  private final Fractions crossings = new Fractions();
  private final Fractions parts = new Fractions();
  private final VerticalJudge judge = new VerticalJudge();

  // The part of the leg between the limits of one volume.
  private double low;
  private double high;

  /**
   * When the leg lies within the shapes and limits; the zone decides what an unknown height means.
   */
  List<TimeWindow> inSpace(PlacedZone zone, Leg leg) {
    List<TimeWindow> windows = new ArrayList<>();
    Line line = leg.line();
    for (int volume = zone.firstVolume(); volume < zone.endVolume(); volume++) {
      clip(zone, volume, leg);
      if (low <= high) {
        zone.shapes().findPassages(volume, line, crossings, parts);
        for (int i = 0; i < parts.size(); i += 2) {
          Instant from = leg.timeAt(Math.max(low, parts.get(i)));
          Instant to = leg.timeAt(Math.min(high, parts.get(i + 1)));
          TimeWindow.between(from, to).ifPresent(windows::add);
        }
      }
    }
    return TimeWindow.merged(windows);
  }

  /** When the leg lies in the zone while the zone applies. */
  List<TimeWindow> inside(PlacedZone zone, Leg leg) {
    List<TimeWindow> inSpace = inSpace(zone, leg);
    if (inSpace.isEmpty()) {
      return inSpace;
    }
    List<TimeWindow> active = zone.zone().windows(leg.start(), leg.end());
    return inSpace.stream()
        .flatMap(space -> active.stream().flatMap(a -> a.within(space.from(), space.to()).stream()))
        .toList();
  }

  private void clip(PlacedZone zone, int volume, Leg leg) {
    VolumeTable volumes = zone.volumes();
    low = 0;
    high = 1;
    boolean known =
        clip(volumes.floorDatum(volume), volumes.floorM(volume), 1, leg)
            & clip(volumes.ceilingDatum(volume), volumes.ceilingM(volume), -1, leg);
    if (!known) {
      judge.judge(volumes, volume, leg.heightTo());
      high = zone.zone().rulesOut(judge.verdict()) ? -1 : high;
    }
  }

  /**
   * Leaves the part above a floor (side 1) or below a ceiling (-1); tells whether both ends are
   * known.
   */
  private boolean clip(@Nullable Datum datum, double limitM, int side, Leg leg) {
    if (datum == null) {
      return true;
    }
    if (leg.heightFrom().method(datum) == HeightMethod.NONE
        || leg.heightTo().method(datum) == HeightMethod.NONE) {
      return false;
    }
    double begin = side * (leg.heightFrom().heightM(datum) - limitM);
    double end = side * (leg.heightTo().heightM(datum) - limitM);
    if (begin < 0 && end < 0) {
      high = -1;
    } else if (begin < 0) {
      low = Math.max(low, begin / (begin - end));
    } else if (end < 0) {
      high = Math.min(high, begin / (begin - end));
    }
    return true;
  }
}
