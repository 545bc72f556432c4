package org.airwitness.airspace.index;

import org.airwitness.airspace.geodesy.Wgs84;

/**
 * Straight line between two places at most a few kilometres apart, in the tangent plane at the
 * first.
 *
 * @param lonE7 where it begins, in -1,800,000,000..1,800,000,000
 * @param endLonE7 where it ends; beyond that range when it crosses the antimeridian
 */
public record Line(int lonE7, int latE7, int endLonE7, int endLatE7) {
  private static final int FULL_TURN_E7_LOW = 1_800_000_000;
  private static final double E7 = 1e7;

  /** Line between two places, the short way round. */
  public static Line between(int lonE7, int latE7, int endLonE7, int endLatE7) {
    long turn = (long) endLonE7 - lonE7;
    if (turn > FULL_TURN_E7_LOW) {
      return new Line(lonE7, latE7, west(endLonE7), endLatE7);
    }
    return turn < -FULL_TURN_E7_LOW
        ? new Line(lonE7, latE7, east(endLonE7), endLatE7)
        : new Line(lonE7, latE7, endLonE7, endLatE7);
  }

  static int west(int lonE7) {
    return lonE7 - FULL_TURN_E7_LOW - FULL_TURN_E7_LOW;
  }

  static int east(int lonE7) {
    return lonE7 + FULL_TURN_E7_LOW + FULL_TURN_E7_LOW;
  }

  /** True when one end lies beyond the antimeridian. */
  boolean leavesRange() {
    return Math.abs(endLonE7) > FULL_TURN_E7_LOW;
  }

  /** The same line seen from the other side of the antimeridian. */
  Line otherSide() {
    return endLonE7 > 0
        ? new Line(west(lonE7), latE7, west(endLonE7), endLatE7)
        : new Line(east(lonE7), latE7, east(endLonE7), endLatE7);
  }

  double lonAt(double fraction) {
    return lonE7 + fraction * ((double) endLonE7 - lonE7);
  }

  double latAt(double fraction) {
    return latE7 + fraction * ((double) endLatE7 - latE7);
  }

  /** Its length by the radii of curvature at its beginning, metres. */
  public double lengthM() {
    double eastM = Wgs84.metresPerLonDeg(latE7 / E7) * (((double) endLonE7 - lonE7) / E7);
    double northM = Wgs84.metresPerLatDeg(latE7 / E7) * (((double) endLatE7 - latE7) / E7);
    return Math.hypot(eastM, northM);
  }
}
