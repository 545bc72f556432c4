package org.airwitness.airspace.format;

import java.util.Optional;
import java.util.OptionalDouble;

/** Reader of one {@code [lon, lat]} pair in degrees. */
final class PointReader {
  private static final double MAX_LAT_DEG = 90;
  private static final double MAX_LON_DEG = 540;

  private PointReader() {}

  /** The point, or nothing after reporting why it cannot be used. */
  static Optional<Point> read(JsonAt at) {
    OptionalDouble lon = at.element(0).number();
    OptionalDouble lat = at.element(1).number();
    if (!at.node().isArray() || lon.isEmpty() || lat.isEmpty()) {
      at.error("GEOM_TYPE", "a point is [longitude, latitude] in degrees, not " + at.excerpt());
      return Optional.empty();
    }
    Point point = new Point(lon.getAsDouble(), lat.getAsDouble());
    return inRange(point, at.place());
  }

  /** The point, or nothing after reporting that it lies nowhere. */
  static Optional<Point> inRange(Point point, Place at) {
    if (Math.abs(point.latDeg()) > MAX_LAT_DEG || Math.abs(point.lonDeg()) > MAX_LON_DEG) {
      at.error("GEOM_RANGE", outOfRange(point));
      return Optional.empty();
    }
    return Optional.of(point);
  }

  private static String outOfRange(Point point) {
    boolean swapped =
        Math.abs(point.latDeg()) > MAX_LAT_DEG && Math.abs(point.lonDeg()) <= MAX_LAT_DEG;
    return "longitude %s, latitude %s: latitude must be in -90..90, longitude in -180..180%s"
        .formatted(
            point.lonDeg(),
            point.latDeg(),
            swapped ? "; the two look swapped, longitude comes first" : "");
  }
}
