package org.airwitness.airspace.index;

import java.util.List;

/** The shapes by number: which rings, or which circle. */
final class ShapeTable {
  /** In place of the end of a polygon's rings. */
  static final int CIRCLE = -1;

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

  boolean circleContains(int shape, int lonE7, int latE7) {
    return circles.contains(circle(shape), lonE7, latE7);
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

  /** Boxes that cover the shape. */
  List<Box> boxes(int shape) {
    return isCircle(shape) ? circles.boxes(circle(shape)) : List.of(rings.box(firstRing(shape)));
  }
}
