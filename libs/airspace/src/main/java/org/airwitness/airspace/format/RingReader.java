package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reader of one ring in JSON: list of {@code [lon, lat]}. */
final class RingReader {
  private RingReader() {}

  /** The points, or nothing after reporting why they cannot be used. */
  static Optional<List<Point>> read(JsonAt ring) {
    if (!ring.node().isArray()) {
      ring.error("GEOM_TYPE", "a ring is a list of [lon, lat], not " + ring.excerpt());
      return Optional.empty();
    }
    List<Point> points = new ArrayList<>();
    for (JsonAt item : ring.items()) {
      Optional<Point> point = PointReader.read(item);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      if (item.node().size() > 2) {
        ring.info("GEOM_3D", "third ordinate dropped");
      }
      points.add(point.get());
    }
    return Optional.of(points);
  }
}
