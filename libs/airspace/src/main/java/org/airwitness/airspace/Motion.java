package org.airwitness.airspace;

import java.time.Instant;
import org.airwitness.airspace.geodesy.Wgs84;
import org.airwitness.airspace.height.Environment;
import org.jspecify.annotations.Nullable;

/**
 * How a track came to a fix and where it goes on to in a straight line.
 *
 * @param cameBy the way from the fix before; null when there is none or it is too long ago or far
 *     away
 * @param goesBy the way ahead, at the same speed and rate of climb, for as long as matters
 * @param height at the fix
 */
record Motion(Fix fix, HeightEstimate height, @Nullable Leg cameBy, Leg goesBy) {
  /** Farther ahead the tangent plane is not used. */
  private static final double MAX_AHEAD_M = 5_000;

  static Motion of(Fix fix, Environment environment, MonitorSettings settings) {
    HeightEstimate height = estimate(environment, fix.position(), fix.heights(), fix.time());
    PreviousFix previous = fix.previous();
    Leg cameBy = null;
    if (previous != null && previous.time().isBefore(fix.time())) {
      HeightEstimate before =
          estimate(environment, previous.position(), previous.heights(), previous.time());
      Leg leg =
          new Leg(previous.position(), before, previous.time(), fix.position(), height, fix.time());
      if (leg.duration().compareTo(settings.sweepMaxGap()) <= 0
          && leg.line().lengthM() <= settings.sweepMaxDistanceM()) {
        cameBy = leg;
      }
    }
    return new Motion(fix, height, cameBy, ahead(fix, height, cameBy, environment, settings));
  }

  private static HeightEstimate estimate(
      Environment environment, Position position, Heights heights, Instant time) {
    HeightEstimate estimate = new HeightEstimate(environment);
    estimate.of(position, heights, time);
    return estimate;
  }

  private static Leg ahead(
      Fix fix,
      HeightEstimate height,
      @Nullable Leg cameBy,
      Environment environment,
      MonitorSettings settings) {
    double longest = settings.approachTime().toMillis() * settings.releaseFactor();
    PreviousFix previous = fix.previous();
    if (cameBy == null || previous == null) {
      Instant end = fix.time().plusMillis(Math.round(longest));
      return new Leg(fix.position(), height, fix.time(), fix.position(), height, end);
    }
    double times =
        Math.min(
            longest / cameBy.duration().toMillis(),
            MAX_AHEAD_M / Math.max(cameBy.line().lengthM(), Double.MIN_NORMAL));
    Position end = beyond(previous.position(), fix.position(), times);
    Instant endTime = fix.time().plusMillis(Math.round(times * cameBy.duration().toMillis()));
    Heights endHeights = beyond(previous.heights(), fix.heights(), times);
    HeightEstimate endHeight = estimate(environment, end, endHeights, endTime);
    return new Leg(fix.position(), height, fix.time(), end, endHeight, endTime);
  }

  private static Position beyond(Position before, Position now, double times) {
    double lonDeg = now.lonDeg() + times * Wgs84.turn(now.lonDeg() - before.lonDeg());
    double latDeg = now.latDeg() + times * (now.latDeg() - before.latDeg());
    return new Position(Wgs84.turn(lonDeg), Math.clamp(latDeg, -90, 90));
  }

  private static Heights beyond(Heights before, Heights now, double times) {
    return new Heights(
        beyond(before.ellipsoid(), now.ellipsoid(), times),
        beyond(before.meanSeaLevel(), now.meanSeaLevel(), times),
        beyond(before.pressure(), now.pressure(), times),
        beyond(before.aboveTakeoff(), now.aboveTakeoff(), times),
        now.takeoff(),
        beyond(before.aboveGround(), now.aboveGround(), times));
  }

  private static @Nullable Height beyond(
      @Nullable Height before, @Nullable Height now, double times) {
    return before == null || now == null
        ? now
        : new Height(now.valueM() + times * (now.valueM() - before.valueM()), now.accuracyM());
  }
}
