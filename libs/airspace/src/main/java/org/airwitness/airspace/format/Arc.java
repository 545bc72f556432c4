package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;

/**
 * Arc around a centre on WGS 84; its radius may change evenly from start to end.
 *
 * @param startBearingDeg true bearing from the centre
 * @param sweepDeg clockwise above 0; up to a full turn either way
 */
record Arc(
    Point centre, double startBearingDeg, double sweepDeg, double startRadiusM, double endRadiusM) {
  private static final double MAX_SAGITTA_M = 1;
  private static final double MAX_STEP_DEG = 10;
  private static final double TURN_DEG = 360;

  /** Arc of one radius between two bearings; equal bearings are a full turn. */
  static Arc between(
      Point centre, double radiusM, double fromDeg, double toDeg, boolean clockwise) {
    return new Arc(centre, fromDeg, sweep(fromDeg, toDeg, clockwise), radiusM, radiusM);
  }

  /** Arc from one point to another around a centre; equal points are a full turn. */
  static Arc between(Point centre, Point from, Point to, boolean clockwise) {
    GeodesicData start = inverse(centre, from);
    GeodesicData end = inverse(centre, to);
    double sweep =
        from.equals(to)
            ? (clockwise ? TURN_DEG : -TURN_DEG)
            : sweep(start.azi1, end.azi1, clockwise);
    return new Arc(centre, start.azi1, sweep, start.s12, end.s12);
  }

  private static double sweep(double fromDeg, double toDeg, boolean clockwise) {
    double turn = clockwise ? toDeg - fromDeg : fromDeg - toDeg;
    double positive = ((turn % TURN_DEG) + TURN_DEG) % TURN_DEG;
    double sweep = positive == 0 ? TURN_DEG : positive;
    return clockwise ? sweep : -sweep;
  }

  /** Points along the arc, both ends included, at most 1 m from it in between. */
  List<Point> points() {
    double radiusM = Math.max(startRadiusM, endRadiusM);
    double stepDeg =
        2 * Math.toDegrees(Math.acos(Math.max(0, 1 - MAX_SAGITTA_M / Math.max(radiusM, 1))));
    int steps = (int) Math.ceil(Math.abs(sweepDeg) / Math.min(stepDeg, MAX_STEP_DEG));
    List<Point> points = new ArrayList<>(steps + 1);
    for (int i = 0; i <= steps; i++) {
      double share = steps == 0 ? 0 : (double) i / steps;
      points.add(
          at(
              startBearingDeg + share * sweepDeg,
              startRadiusM + share * (endRadiusM - startRadiusM)));
    }
    return points;
  }

  private Point at(double bearingDeg, double radiusM) {
    return from(centre, bearingDeg, radiusM);
  }

  /** Point in some direction and distance from another. */
  static Point from(Point origin, double bearingDeg, double distanceM) {
    GeodesicData end =
        Geodesic.WGS84.Direct(origin.latDeg(), origin.lonDeg(), bearingDeg, distanceM);
    return new Point(end.lon2, end.lat2);
  }

  /** Geodesic from one point to another. */
  static GeodesicData inverse(Point from, Point to) {
    return Geodesic.WGS84.Inverse(from.latDeg(), from.lonDeg(), to.latDeg(), to.lonDeg());
  }
}
