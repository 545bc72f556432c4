package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;

/** Coordinates of polygons as GeoJSON asks for: shells counter-clockwise, holes clockwise. */
final class JsonGeometry {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonGeometry() {}

  static ArrayNode coordinates(Polygon polygon) {
    ArrayNode rings = JSON.arrayNode().add(coordinates(polygon.shell(), true));
    polygon.holes().forEach(hole -> rings.add(coordinates(hole, false)));
    return rings;
  }

  private static ArrayNode coordinates(Ring ring, boolean counterClockwise) {
    boolean keep = runsCounterClockwise(ring) == counterClockwise;
    ArrayNode points = JSON.arrayNode(ring.size());
    for (int i = 0; i < ring.size(); i++) {
      int vertex = keep ? i : ring.size() - 1 - i;
      points.add(point(ring.lonDeg(vertex), ring.latDeg(vertex)));
    }
    return points;
  }

  static ArrayNode point(double lonDeg, double latDeg) {
    return JSON.arrayNode(2).add(WrittenText.number(lonDeg)).add(WrittenText.number(latDeg));
  }

  private static boolean runsCounterClockwise(Ring ring) {
    double twiceArea = 0;
    for (int i = 1; i < ring.size(); i++) {
      twiceArea += (ring.lonDeg(i) - ring.lonDeg(0)) * (ring.latDeg(i) - ring.latDeg(i - 1));
      twiceArea -= (ring.latDeg(i) - ring.latDeg(0)) * (ring.lonDeg(i) - ring.lonDeg(i - 1));
    }
    return twiceArea > 0;
  }
}
