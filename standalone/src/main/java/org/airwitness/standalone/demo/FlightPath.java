package org.airwitness.standalone.demo;

import java.util.ArrayList;
import java.util.List;
import org.airwitness.standalone.demo.LocalPlane.Point;

/**
 * A closed smooth curve through way points (uniform Catmull-Rom), walked by its length, so that a
 * drone keeps its speed.
 */
final class FlightPath {

  private static final int STEPS_PER_LEG = 64;

  private final List<Point> points = new ArrayList<>();
  private final double[] lengthM;

  FlightPath(List<Point> wayPoints) {
    for (int leg = 0; leg < wayPoints.size(); leg++) {
      for (int step = 0; step < STEPS_PER_LEG; step++) {
        points.add(between(wayPoints, leg, (double) step / STEPS_PER_LEG));
      }
    }
    points.add(points.getFirst());
    lengthM = new double[points.size()];
    for (int i = 1; i < points.size(); i++) {
      lengthM[i] = lengthM[i - 1] + points.get(i).distanceM(points.get(i - 1));
    }
  }

  private static Point between(List<Point> wayPoints, int leg, double t) {
    int n = wayPoints.size();
    var before = wayPoints.get((leg + n - 1) % n);
    var from = wayPoints.get(leg);
    var to = wayPoints.get((leg + 1) % n);
    var after = wayPoints.get((leg + 2) % n);
    return new Point(
        blend(before.eastM(), from.eastM(), to.eastM(), after.eastM(), t),
        blend(before.northM(), from.northM(), to.northM(), after.northM(), t));
  }

  private static double blend(double p0, double p1, double p2, double p3, double t) {
    return 0.5
        * (2 * p1
            + (p2 - p0) * t
            + (2 * p0 - 5 * p1 + 4 * p2 - p3) * t * t
            + (3 * p1 - p0 - 3 * p2 + p3) * t * t * t);
  }

  /** Length of one round. */
  double lengthM() {
    return lengthM[lengthM.length - 1];
  }

  /** Where one is after this way from the first way point. */
  Point at(double wayM) {
    double way = wayM - Math.floor(wayM / lengthM()) * lengthM();
    int found = java.util.Arrays.binarySearch(lengthM, way);
    int after = Math.clamp(found >= 0 ? found + 1 : -found - 1, 1, lengthM.length - 1);
    double span = lengthM[after] - lengthM[after - 1];
    double part = span == 0 ? 0 : (way - lengthM[after - 1]) / span;
    var a = points.get(after - 1);
    var b = points.get(after);
    return a.plus((b.eastM() - a.eastM()) * part, (b.northM() - a.northM()) * part);
  }

  /** Course over ground there, degrees from north, 0 up to 360. */
  double courseDeg(double wayM) {
    var a = at(wayM - 1);
    var b = at(wayM + 1);
    double course = Math.toDegrees(Math.atan2(b.eastM() - a.eastM(), b.northM() - a.northM()));
    return course < 0 ? course + 360 : course;
  }
}
