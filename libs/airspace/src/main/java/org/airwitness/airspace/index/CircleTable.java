package org.airwitness.airspace.index;

import java.util.List;
import org.airwitness.airspace.geodesy.Wgs84;

/**
 * Exact circles in flat arrays.
 *
 * <p>Up to 50 km radius and 80 degrees of latitude a point is measured first in the plane at the
 * centre. How far that plane can be off within the circle is known, so that the distance by the
 * middle latitude ({@link Wgs84#localDistanceM}) is needed only in a thin band along the edge.
 * Larger and polar circles are measured by the geodesic, which allocates.
 */
final class CircleTable {
  /** A circle as it is given. */
  record Circle(double lonDeg, double latDeg, double radiusM) {}

  /** How a box lies to a circle. */
  enum Relation {
    APART,
    CROSSED,
    WITHIN
  }

  private static final double E7 = 1e7;
  private static final double MIN_RADIUS_M = 6_335_439;
  private static final double MAX_METRES_PER_DEG = 111_700;

  // Columns of a circle.
  private static final int LON = 0;
  private static final int LAT = 1;
  private static final int RADIUS = 2;
  private static final int LON_M = 3;
  private static final int LAT_M = 4;
  private static final int SURELY_INSIDE = 5;
  private static final int SURELY_OUTSIDE = 6;
  private static final int COLUMNS = 8;

  private final double[] columns;

  CircleTable(List<Circle> circles) {
    columns = new double[circles.size() * COLUMNS];
    for (int i = 0; i < circles.size(); i++) {
      put(i * COLUMNS, circles.get(i));
    }
  }

  private void put(int at, Circle circle) {
    columns[at + LON] = circle.lonDeg();
    columns[at + LAT] = circle.latDeg();
    columns[at + RADIUS] = circle.radiusM();
    columns[at + LON_M] = Wgs84.metresPerLonDeg(circle.latDeg());
    columns[at + LAT_M] = Wgs84.metresPerLatDeg(circle.latDeg());
    if (isLocal(at)) {
      double off = planeError(circle);
      columns[at + SURELY_INSIDE] = square(circle.radiusM() * (1 - off));
      columns[at + SURELY_OUTSIDE] = square(circle.radiusM() * (1 + off));
    }
  }

  List<Box> boxes(int circle) {
    int at = circle * COLUMNS;
    return Box.ofCircle(columns[at + LON], columns[at + LAT], columns[at + RADIUS]);
  }

  private boolean isLocal(int at) {
    return columns[at + RADIUS] <= Wgs84.LOCAL_RANGE_M
        && Math.abs(columns[at + LAT]) <= Wgs84.LOCAL_LAT_DEG;
  }

  /**
   * How much, at most, distances in the plane at the centre differ from those by the middle
   * latitude: the change of both radii and of the cosine over half the circle, with a tenth to
   * spare. A point farther north or south than the radius is outside by either.
   */
  private static double planeError(Circle circle) {
    double angle = 1.1 * circle.radiusM() / MIN_RADIUS_M;
    double slope = Math.tan(Math.toRadians(Math.abs(circle.latDeg()))) + 0.02;
    return slope * angle / 2 * 1.1 + angle * angle + 1e-9;
  }

  /** True when the point is at most the radius away from the centre. */
  boolean contains(int circle, double lonDeg, double latDeg) {
    int at = circle * COLUMNS;
    double square = planeSquare(at, lonDeg, latDeg);
    if (columns[at + SURELY_OUTSIDE] > 0) {
      if (square <= columns[at + SURELY_INSIDE]) {
        return true;
      }
      return square <= columns[at + SURELY_OUTSIDE]
          && Wgs84.localDistanceM(lonDeg, latDeg, columns[at + LON], columns[at + LAT])
              <= columns[at + RADIUS];
    }
    return geodesicM(at, lonDeg, latDeg) <= columns[at + RADIUS];
  }

  /** Distance to the edge, negative inside. */
  double signedDistanceM(int circle, double lonDeg, double latDeg) {
    int at = circle * COLUMNS;
    double distanceM =
        isLocal(at)
            ? Wgs84.localDistanceM(lonDeg, latDeg, columns[at + LON], columns[at + LAT])
            : geodesicM(at, lonDeg, latDeg);
    return distanceM - columns[at + RADIUS];
  }

  /** Adds the part of the line that lies in the circle. */
  void addPassage(int circle, Line line, Fractions found) {
    int at = circle * COLUMNS;
    if (!isLocal(at)) {
      addStraightPassage(circle, line, found);
      return;
    }
    double lonDeg = line.lonE7() / E7;
    double latDeg = line.latE7() / E7;
    double middleDeg = (latDeg + columns[at + LAT]) / 2;
    double lonM = Wgs84.metresPerLonDeg(middleDeg);
    double latM = Wgs84.metresPerLatDeg(middleDeg);
    double x = lonM * Wgs84.turn(lonDeg - columns[at + LON]);
    double y = latM * (latDeg - columns[at + LAT]);
    double dx = lonM * (((double) line.endLonE7() - line.lonE7()) / E7);
    double dy = latM * (((double) line.endLatE7() - line.latE7()) / E7);
    double a = dx * dx + dy * dy;
    double b = x * dx + y * dy;
    double c = x * x + y * y - square(columns[at + RADIUS]);
    if (a == 0) {
      if (c <= 0) {
        found.addPair(0, 1);
      }
      return;
    }
    double root = Math.sqrt(b * b - a * c);
    addPart((-b - root) / a, (-b + root) / a, found);
  }

  /** The edge of a circle this large is as good as straight: the distance changes evenly. */
  private void addStraightPassage(int circle, Line line, Fractions found) {
    double beginM = signedDistanceM(circle, line.lonAt(0) / E7, line.latAt(0) / E7);
    double endM = signedDistanceM(circle, line.lonAt(1) / E7, line.latAt(1) / E7);
    double edge = beginM == endM ? 0 : beginM / (beginM - endM);
    if (beginM <= 0) {
      addPart(0, endM <= 0 ? 1 : edge, found);
    } else if (endM <= 0) {
      addPart(edge, 1, found);
    }
  }

  /** Adds what of a part lies on the line; nothing when an end is NaN. */
  private static void addPart(double from, double to, Fractions found) {
    if (from <= 1 && to >= 0) {
      found.addPair(Math.max(0, from), Math.min(1, to));
    }
  }

  /** How the box lies; crossed when that is not sure. */
  Relation relation(int circle, int west, int south, int east, int north) {
    int at = circle * COLUMNS;
    double midLat = (south / E7 + north / E7) / 2;
    double midLon = (west / E7 + east / E7) / 2;
    double halfLat = (north / E7 - south / E7) / 2;
    double halfLon = (east / E7 - west / E7) / 2;
    return isLocal(at)
        ? planeRelation(at, midLon, midLat, halfLon, halfLat)
        : geodesicRelation(at, midLon, midLat, halfLon, halfLat);
  }

  /** By the nearest point and the farthest corner in the plane at the centre. */
  private Relation planeRelation(
      int at, double midLon, double midLat, double halfLon, double halfLat) {
    double lon = Math.abs(Wgs84.turn(midLon - columns[at + LON]));
    double lat = Math.abs(midLat - columns[at + LAT]);
    double nearM2 =
        square(columns[at + LON_M] * Math.max(0, lon - halfLon))
            + square(columns[at + LAT_M] * Math.max(0, lat - halfLat));
    if (nearM2 > columns[at + SURELY_OUTSIDE]) {
      return Relation.APART;
    }
    double farM2 =
        square(columns[at + LON_M] * (lon + halfLon))
            + square(columns[at + LAT_M] * (lat + halfLat));
    return farM2 <= columns[at + SURELY_INSIDE] ? Relation.WITHIN : Relation.CROSSED;
  }

  /** By the distance of the box's middle, which is no farther than a path in the box from any. */
  private Relation geodesicRelation(
      int at, double midLon, double midLat, double halfLon, double halfLat) {
    double widestLat = Math.max(0, Math.abs(midLat) - halfLat);
    double reachM =
        Math.hypot(Wgs84.metresPerLonDeg(widestLat) * halfLon, MAX_METRES_PER_DEG * halfLat);
    double distanceM = geodesicM(at, midLon, Math.clamp(midLat, -90, 90));
    if (distanceM - reachM > columns[at + RADIUS]) {
      return Relation.APART;
    }
    return distanceM + reachM <= columns[at + RADIUS] ? Relation.WITHIN : Relation.CROSSED;
  }

  private double planeSquare(int at, double lonDeg, double latDeg) {
    return square(columns[at + LON_M] * Wgs84.turn(lonDeg - columns[at + LON]))
        + square(columns[at + LAT_M] * (latDeg - columns[at + LAT]));
  }

  private double geodesicM(int at, double lonDeg, double latDeg) {
    return Wgs84.geodesicM(lonDeg, latDeg, columns[at + LON], columns[at + LAT]);
  }

  private static double square(double value) {
    return value * value;
  }
}
