package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;

/** Corridor along an axis, as areas around its legs with round ends. */
final class Airway {
  private static final double MAX_PIECE_M = 5_000;

  private Airway() {}

  /** One closed line per leg: every point within half the width of the leg, to a metre. */
  static List<List<Point>> around(List<Point> axis, double halfWidthM) {
    List<List<Point>> legs = new ArrayList<>();
    for (int i = 1; i < axis.size(); i++) {
      if (!axis.get(i).equals(axis.get(i - 1))) {
        legs.add(around(axis.get(i - 1), axis.get(i), halfWidthM));
      }
    }
    return legs;
  }

  private static List<Point> around(Point from, Point to, double halfWidthM) {
    List<Point> axis = pieces(from, to);
    List<Point> ring = new ArrayList<>();
    addSide(ring, axis, halfWidthM);
    addEnd(ring, axis.get(axis.size() - 2), to, halfWidthM);
    addSide(ring, axis.reversed(), halfWidthM);
    addEnd(ring, axis.get(1), from, halfWidthM);
    ring.add(ring.getFirst());
    return ring;
  }

  /** Points straight in longitude and latitude, near enough to measure offsets from. */
  private static List<Point> pieces(Point from, Point to) {
    int count = (int) Math.ceil(Math.max(1, Arc.inverse(from, to).s12 / MAX_PIECE_M));
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      double share = (double) i / count;
      points.add(
          new Point(
              from.lonDeg() + share * (to.lonDeg() - from.lonDeg()),
              from.latDeg() + share * (to.latDeg() - from.latDeg())));
    }
    return points;
  }

  /** The line to the right of the axis. */
  private static void addSide(List<Point> ring, List<Point> axis, double halfWidthM) {
    for (int i = 0; i < axis.size() - 1; i++) {
      double bearingDeg = Arc.inverse(axis.get(i), axis.get(i + 1)).azi1;
      ring.add(Arc.from(axis.get(i), bearingDeg + 90, halfWidthM));
    }
  }

  /** The half circle around the end of a leg, from its right to its left. */
  private static void addEnd(List<Point> ring, Point before, Point end, double halfWidthM) {
    double bearingDeg = Arc.inverse(end, before).azi1 + 180;
    ring.addAll(new Arc(end, bearingDeg + 90, -180, halfWidthM, halfWidthM).points());
  }
}
