package org.airwitness.standalone.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * The neighbourhood of one place as a plane in metres, good to a metre within some ten kilometres.
 *
 * @param latDeg latitude of the origin, WGS-84
 * @param lonDeg longitude of the origin, WGS-84
 */
record LocalPlane(double latDeg, double lonDeg) {

  private static final double METRES_PER_DEGREE = 111_320;

  /** A point of the plane. */
  record Point(double eastM, double northM) {

    Point plus(double furtherEastM, double furtherNorthM) {
      return new Point(eastM + furtherEastM, northM + furtherNorthM);
    }

    double distanceM(Point other) {
      return Math.hypot(eastM - other.eastM, northM - other.northM);
    }
  }

  double latDeg(Point point) {
    return latDeg + point.northM / METRES_PER_DEGREE;
  }

  double lonDeg(Point point) {
    return lonDeg + point.eastM / (METRES_PER_DEGREE * Math.cos(Math.toRadians(latDeg)));
  }

  /** GeoJSON polygon with these corners, counter-clockwise. */
  JsonObject polygon(List<Point> corners) {
    var ring = new JsonArray();
    corners.forEach(corner -> ring.add(position(corner)));
    ring.add(position(corners.getFirst()));
    return new JsonObject().put("type", "Polygon").put("coordinates", new JsonArray().add(ring));
  }

  /** GeoJSON polygon with 48 corners on a circle. */
  JsonObject circle(Point centre, double radiusM) {
    var corners = new ArrayList<Point>();
    for (int i = 0; i < 48; i++) {
      var angle = 2 * Math.PI * i / 48;
      corners.add(centre.plus(radiusM * Math.cos(angle), radiusM * Math.sin(angle)));
    }
    return polygon(corners);
  }

  private JsonArray position(Point point) {
    return new JsonArray().add(rounded(lonDeg(point))).add(rounded(latDeg(point)));
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
