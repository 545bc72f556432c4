package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.Limit.Datum;
import org.jspecify.annotations.Nullable;

/**
 * How a fix of a track lies to one zone.
 *
 * @param verdict of the zone at the fix; null when the fix is not over it
 */
record Encounter(
    PlacedZone placed,
    Motion motion,
    @Nullable Verdict verdict,
    Passages passages,
    MonitorSettings settings) {
  private static final double RECEDING_M = 1;

  Zone zone() {
    return placed.zone();
  }

  Fix fix() {
    return motion.fix();
  }

  boolean isInside() {
    return verdict != null && verdict.inside();
  }

  boolean isActive() {
    return zone().activeAt(fix().time());
  }

  /** When the track came in between the fix before and this one, or the time of this one. */
  Instant enteredAt() {
    Leg leg = motion.cameBy();
    if (leg == null || wasInPlace()) {
      return fix().time();
    }
    List<TimeWindow> inside = passages.inside(placed, leg);
    return inside.isEmpty() || !inside.getLast().to().equals(leg.end())
        ? fix().time()
        : inside.getLast().from();
  }

  /** When the zone began to apply since a fix before that was in its place already, else null. */
  @Nullable Instant activatedAt() {
    PreviousFix previous = fix().previous();
    if (previous == null
        || !previous.time().isBefore(fix().time())
        || zone().activeAt(previous.time())
        || !wasInPlace()) {
      return null;
    }
    return zone().windows(previous.time(), fix().time().plusMillis(1)).getLast().from();
  }

  /** True when the fix before lay within the shape and the limits. */
  private boolean wasInPlace() {
    PreviousFix previous = fix().previous();
    if (previous == null) {
      return false;
    }
    HeightEstimate height = new HeightEstimate(motion.height().environment());
    height.of(previous.position(), previous.heights(), previous.time());
    VerticalJudge judge = new VerticalJudge();
    for (int volume = placed.firstVolume(); volume < placed.endVolume(); volume++) {
      judge.judge(placed.volumes(), volume, height);
      if (placed.signedDistanceM(volume, previous.position(), 0) <= 0
          && !zone().rulesOut(judge.verdict())) {
        return true;
      }
    }
    return false;
  }

  /** When the zone last stopped applying since the fix before, or the time of this one. */
  Instant deactivatedAt() {
    PreviousFix previous = fix().previous();
    if (previous == null || !previous.time().isBefore(fix().time())) {
      return fix().time();
    }
    List<TimeWindow> active = zone().windows(previous.time(), fix().time());
    return active.isEmpty() ? fix().time() : active.getLast().to();
  }

  /** The passage through the zone between the fix before and this one, both outside, else null. */
  @Nullable TimeWindow crossed() {
    Leg leg = motion.cameBy();
    if (leg == null) {
      return null;
    }
    List<TimeWindow> inside = passages.inside(placed, leg);
    if (inside.isEmpty() || inside.getLast().to().equals(leg.end()) || wasInPlace()) {
      return null;
    }
    return new TimeWindow(inside.getFirst().from(), inside.getLast().to());
  }

  /** Time to the boundary in a straight line, null when the track does not come in that way. */
  @Nullable Duration timeToEntry() {
    Leg ahead = motion.goesBy();
    List<TimeWindow> inside = passages.inside(placed, ahead);
    return inside.isEmpty() ? null : Duration.between(ahead.start(), inside.getFirst().from());
  }

  /** True within the distance of an approach, near the limits, not moving away, and soon active. */
  boolean isNear() {
    return distanceM() <= settings.approachDistanceM()
        && !isReceding()
        && isNearLimits()
        && isActiveWithin(settings.approachTime());
  }

  boolean isActiveWithin(Duration time) {
    return !zone().windows(fix().time(), fix().time().plus(time)).isEmpty();
  }

  private boolean isNearLimits() {
    double withinM = settings.approachVerticalM();
    for (int volume = placed.firstVolume(); volume < placed.endVolume(); volume++) {
      VolumeTable volumes = placed.volumes();
      if (placed.signedDistanceM(volume, fix().position(), reachM()) <= settings.approachDistanceM()
          && aboveBy(volumes.floorDatum(volume), volumes.floorM(volume), 1) >= -withinM
          && aboveBy(volumes.ceilingDatum(volume), volumes.ceilingM(volume), -1) >= -withinM) {
        return true;
      }
    }
    return false;
  }

  /**
   * Metres on the right side of a limit; infinite when there is none. An unknown height is in any
   * distance of one, or in none.
   */
  private double aboveBy(@Nullable Datum datum, double limitM, int side) {
    if (datum == null) {
      return Double.POSITIVE_INFINITY;
    }
    if (motion.height().method(datum) == HeightMethod.NONE) {
      return zone().rulesOut(VerticalVerdict.UNKNOWN)
          ? Double.NEGATIVE_INFINITY
          : Double.POSITIVE_INFINITY;
    }
    return side * (motion.height().heightM(datum) - limitM);
  }

  /** True when an approach no longer looks like one. */
  boolean isReceded() {
    Duration entry = timeToEntry();
    return entry == null
        && (isReceding() || distanceM() > settings.releaseFactor() * settings.approachDistanceM());
  }

  private boolean isReceding() {
    PreviousFix previous = fix().previous();
    return previous != null
        && previous.time().isBefore(fix().time())
        && distanceM() - placed.signedDistanceM(previous.position(), reachM()) > RECEDING_M;
  }

  private double distanceM() {
    return placed.signedDistanceM(fix().position(), reachM());
  }

  /** True when outside every volume by more than the position may be off, or by the height. */
  boolean isBeyondMargin() {
    double marginM = settings.exitMarginM(fix().horizontalAccuracyM());
    VerticalJudge judge = new VerticalJudge();
    for (int volume = placed.firstVolume(); volume < placed.endVolume(); volume++) {
      judge.judge(placed.volumes(), volume, motion.height());
      if (!zone().rulesOut(judge.verdict())
          && placed.signedDistanceM(volume, fix().position(), reachM()) < marginM) {
        return false;
      }
    }
    return true;
  }

  private double reachM() {
    return Math.max(
        settings.releaseFactor() * settings.approachDistanceM(), settings.maxExitMarginM());
  }
}
