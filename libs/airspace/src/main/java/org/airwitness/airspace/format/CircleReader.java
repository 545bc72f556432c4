package org.airwitness.airspace.format;

import java.util.Optional;
import java.util.OptionalDouble;
import org.airwitness.airspace.Circle;

/** Reader of circles: centre as {@code [lon, lat]}, radius in some unit. */
final class CircleReader {
  private static final double MAX_RADIUS_M = 1000 * Math.sqrt(Polygons.MAX_AREA_KM2 / Math.PI);

  private CircleReader() {}

  /** The circle, or nothing after reporting why it cannot be used. */
  static Optional<Circle> read(JsonAt centre, JsonAt radius, double metresPerUnit) {
    OptionalDouble value = radius.number();
    if (value.isEmpty() || value.getAsDouble() <= 0) {
      radius.error("GEOM_RADIUS", "a radius is a number above 0, not " + radius.excerpt());
      return Optional.empty();
    }
    double radiusM = value.getAsDouble() * metresPerUnit;
    if (radiusM > MAX_RADIUS_M) {
      radius.error(Polygons.MASK, "a radius of " + radiusM + " m covers most of the planet");
      return Optional.empty();
    }
    return PointReader.read(centre)
        .map(at -> new Circle(Math.IEEEremainder(at.lonDeg(), 360), at.latDeg(), radiusM));
  }
}
