package org.airwitness.airspace.index;

import java.util.List;
import org.airwitness.airspace.geodesy.Wgs84;

/** The shapes by number: which rings, or which circle. */
final class ShapeTable {
  /** In place of the end of a polygon's rings. */
  static final int CIRCLE = -1;

  private static final double E7 = 1e7;
  private static final long HALF_TURN_E7 = 1_800_000_000;

  private final int[] firstAndEnd;
  final RingTable rings;
  final CircleTable circles;

  /**
   * Shapes over these rings and circles.
   *
   * @param firstAndEnd for each polygon its first ring and the first that is no longer its own, for
   *     each circle its number and {@link #CIRCLE}
   */
  ShapeTable(int[] firstAndEnd, RingTable rings, CircleTable circles) {
    this.firstAndEnd = firstAndEnd;
    this.rings = rings;
    this.circles = circles;
  }

  int size() {
    return firstAndEnd.length / 2;
  }

  boolean isCircle(int shape) {
    return endRing(shape) == CIRCLE;
  }

  int firstRing(int shape) {
    return firstAndEnd[2 * shape];
  }

  int endRing(int shape) {
    return firstAndEnd[2 * shape + 1];
  }

  int circle(int shape) {
    return firstAndEnd[2 * shape];
  }

  boolean polygonContains(int shape, int lonE7, int latE7) {
    int ring = firstRing(shape);
    Side side = rings.side(ring, lonE7, latE7);
    if (side != Side.INSIDE) {
      return side == Side.EDGE;
    }
    int end = endRing(shape);
    while (++ring < end) {
      if (rings.side(ring, lonE7, latE7) == Side.INSIDE) {
        return false;
      }
    }
    return true;
  }

  /**
   * Distance from a place to the boundary of a polygon, negative inside; infinite, with that sign,
   * when it is farther than asked for.
   */
  double polygonDistanceM(int shape, int lonE7, int latE7, double withinM) {
    double latDeg = latE7 / E7;
    double lonM = Wgs84.metresPerLonDeg(latDeg) / E7;
    double latM = Wgs84.metresPerLatDeg(latDeg) / E7;
    double nearest = distanceSquareM2(shape, lonE7, latE7, lonM, latM, withinM);
    if (HALF_TURN_E7 - Math.abs((long) lonE7) < withinM / lonM) {
      int other = lonE7 > 0 ? Line.west(lonE7) : Line.east(lonE7);
      nearest = Math.min(nearest, distanceSquareM2(shape, other, latE7, lonM, latM, withinM));
    }
    double distanceM = Math.sqrt(nearest);
    double sign = polygonContains(shape, lonE7, latE7) ? -1 : 1;
    return sign * (distanceM <= withinM ? distanceM : Double.POSITIVE_INFINITY);
  }

  private double distanceSquareM2(
      int shape, int lonE7, int latE7, double lonM, double latM, double withinM) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int ring = firstRing(shape); ring < endRing(shape); ring++) {
      nearest = Math.min(nearest, rings.distanceSquareM2(ring, lonE7, latE7, lonM, latM, withinM));
    }
    return nearest;
  }

  /** Finds the parts of the line that lie in the shape. */
  void findPassages(int shape, Line line, Fractions crossings, Fractions found) {
    found.clear();
    if (isCircle(shape)) {
      circles.addPassage(circle(shape), line, found);
      return;
    }
    crossings.clear();
    crossings.add(0);
    crossings.add(1);
    for (int ring = firstRing(shape); ring < endRing(shape); ring++) {
      rings.addCrossings(ring, line, crossings);
      if (line.leavesRange()) {
        rings.addCrossings(ring, line.otherSide(), crossings);
      }
    }
    crossings.sort();
    for (int i = 1; i < crossings.size(); i++) {
      double from = crossings.get(i - 1);
      double to = crossings.get(i);
      if (from < to && holdsAt(shape, line, (from + to) / 2)) {
        found.addPair(from, to);
      }
    }
  }

  private boolean holdsAt(int shape, Line line, double fraction) {
    long lonE7 = Math.round(line.lonAt(fraction));
    long inRange =
        lonE7 > HALF_TURN_E7
            ? lonE7 - 2 * HALF_TURN_E7
            : lonE7 < -HALF_TURN_E7 ? lonE7 + 2 * HALF_TURN_E7 : lonE7;
    return polygonContains(shape, (int) inRange, (int) Math.round(line.latAt(fraction)));
  }

  /** Boxes that cover the shape. */
  List<Box> boxes(int shape) {
    return isCircle(shape) ? circles.boxes(circle(shape)) : List.of(rings.box(firstRing(shape)));
  }
}
