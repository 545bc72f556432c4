package org.airwitness.airspace.index;

import java.util.List;

/** Bounding box in units of 1e-7 degree, edges included. */
record Box(int west, int south, int east, int north) {
  private static final double E7 = 1e7;
  private static final double MAX_LON_DEG = 180;
  private static final double MAX_LAT_DEG = 90;

  /** Smallest radius of curvature of WGS 84, so that boxes of circles are never too small. */
  private static final double MIN_RADIUS_M = 6_335_439;

  private static final double MARGIN_DEG = 1e-6;

  /** Boxes that cover a circle: two when it reaches over the antimeridian. */
  static List<Box> ofCircle(double lonDeg, double latDeg, double radiusM) {
    double angle = radiusM / MIN_RADIUS_M;
    double halfLat = Math.toDegrees(angle) + MARGIN_DEG;
    double minLat = latDeg - halfLat;
    double maxLat = latDeg + halfLat;
    if (minLat <= -MAX_LAT_DEG || maxLat >= MAX_LAT_DEG) {
      return List.of(ofDegrees(-MAX_LON_DEG, minLat, MAX_LON_DEG, maxLat));
    }
    double sine = Math.sin(angle) / Math.cos(Math.toRadians(latDeg));
    double halfLon = Math.toDegrees(Math.asin(Math.min(1, sine))) + MARGIN_DEG;
    return cutAtAntimeridian(lonDeg - halfLon, minLat, lonDeg + halfLon, maxLat);
  }

  private static List<Box> cutAtAntimeridian(double west, double south, double east, double north) {
    if (west < -MAX_LON_DEG) {
      return List.of(
          ofDegrees(-MAX_LON_DEG, south, east, north),
          ofDegrees(west + 2 * MAX_LON_DEG, south, MAX_LON_DEG, north));
    }
    if (east > MAX_LON_DEG) {
      return List.of(
          ofDegrees(west, south, MAX_LON_DEG, north),
          ofDegrees(-MAX_LON_DEG, south, east - 2 * MAX_LON_DEG, north));
    }
    return List.of(ofDegrees(west, south, east, north));
  }

  private static Box ofDegrees(double west, double south, double east, double north) {
    return new Box(
        e7(west), e7(Math.max(south, -MAX_LAT_DEG)), e7(east), e7(Math.min(north, MAX_LAT_DEG)));
  }

  private static int e7(double deg) {
    return Math.toIntExact(Math.round(deg * E7));
  }
}
