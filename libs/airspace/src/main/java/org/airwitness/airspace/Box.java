package org.airwitness.airspace;

import java.util.List;

/** Bounding box in units of 1e-7 degree, edges included. */
record Box(int minLonE7, int minLatE7, int maxLonE7, int maxLatE7) {
  private static final double MAX_LON_DEG = 180;
  private static final double MAX_LAT_DEG = 90;

  /** Smallest radius of curvature of WGS 84, so that boxes of circles are never too small. */
  private static final double MIN_RADIUS_M = 6_335_439;

  private static final double MARGIN_DEG = 1e-6;

  /** Boxes that cover the shape: two when a circle reaches over the antimeridian. */
  static List<Box> of(Shape shape) {
    return switch (shape) {
      case Polygon polygon -> List.of(of(polygon.shell()));
      case Circle circle -> of(circle);
    };
  }

  private static Box of(Ring ring) {
    int minLon = Integer.MAX_VALUE;
    int minLat = Integer.MAX_VALUE;
    int maxLon = Integer.MIN_VALUE;
    int maxLat = Integer.MIN_VALUE;
    for (int i = 0; i < ring.size(); i++) {
      minLon = Math.min(minLon, ring.lonE7(i));
      maxLon = Math.max(maxLon, ring.lonE7(i));
      minLat = Math.min(minLat, ring.latE7(i));
      maxLat = Math.max(maxLat, ring.latE7(i));
    }
    return new Box(minLon, minLat, maxLon, maxLat);
  }

  private static List<Box> of(Circle circle) {
    double angle = circle.radiusM() / MIN_RADIUS_M;
    double halfLat = Math.toDegrees(angle) + MARGIN_DEG;
    double minLat = circle.latDeg() - halfLat;
    double maxLat = circle.latDeg() + halfLat;
    if (minLat <= -MAX_LAT_DEG || maxLat >= MAX_LAT_DEG) {
      return List.of(ofDegrees(-MAX_LON_DEG, minLat, MAX_LON_DEG, maxLat));
    }
    double sine = Math.sin(angle) / Math.cos(Math.toRadians(circle.latDeg()));
    double halfLon = Math.toDegrees(Math.asin(Math.min(1, sine))) + MARGIN_DEG;
    return cutAtAntimeridian(circle.lonDeg() - halfLon, minLat, circle.lonDeg() + halfLon, maxLat);
  }

  private static List<Box> cutAtAntimeridian(
      double minLon, double minLat, double maxLon, double maxLat) {
    if (minLon < -MAX_LON_DEG) {
      return List.of(
          ofDegrees(-MAX_LON_DEG, minLat, maxLon, maxLat),
          ofDegrees(minLon + 2 * MAX_LON_DEG, minLat, MAX_LON_DEG, maxLat));
    }
    if (maxLon > MAX_LON_DEG) {
      return List.of(
          ofDegrees(minLon, minLat, MAX_LON_DEG, maxLat),
          ofDegrees(-MAX_LON_DEG, minLat, maxLon - 2 * MAX_LON_DEG, maxLat));
    }
    return List.of(ofDegrees(minLon, minLat, maxLon, maxLat));
  }

  private static Box ofDegrees(double minLon, double minLat, double maxLon, double maxLat) {
    return new Box(
        Ring.e7(minLon),
        Ring.e7(Math.max(minLat, -MAX_LAT_DEG)),
        Ring.e7(maxLon),
        Ring.e7(Math.min(maxLat, MAX_LAT_DEG)));
  }
}
