package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.airwitness.airspace.Polygon;

/** Reader of polygon coordinates in JSON: list of rings, a shell, then holes. */
final class PolygonReader {
  private PolygonReader() {}

  /** The parts of the polygon, none after reporting why it cannot be used. */
  static List<Polygon> read(JsonAt coordinates, JsonAt volume, SourceProfile profile) {
    if (!coordinates.node().isArray() || coordinates.node().isEmpty()) {
      coordinates.error("GEOM_TYPE", "a polygon is a list of rings, not " + coordinates.excerpt());
      return List.of();
    }
    List<List<Point>> rings = new ArrayList<>();
    for (JsonAt item : coordinates.items()) {
      Optional<List<Point>> ring = RingReader.read(item);
      if (ring.isEmpty()) {
        return List.of();
      }
      rings.add(ring.get());
    }
    return Polygons.of(
        rings,
        ring -> coordinates.element(ring).place(),
        coordinates.place(),
        volume.place(),
        profile);
  }
}
