package org.airwitness.airspace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.format.Ed269Reader;

/** The published zones of five states, in document order; tests that ask for them may skip. */
final class RealZones {
  /** File of each state. */
  static final Map<String, String> FILES =
      Map.of(
          "BG", "ed269/BG_2026-07-30.json",
          "FI", "ed269/FI_2026-08-17_reconstructed.json",
          "IE", "ed318/IE_2026-08.geojson",
          "LU", "geojson/LU_2026-08-17_derived.geojson",
          "RO", "geojson/RO_2026-03-30.geojson");

  private RealZones() {}

  static List<Zone> of(String state) {
    String file = FILES.get(state);
    return file.startsWith("ed269")
        ? new Ed269Reader(state).read(TestData.external(file)).zones()
        : ofFeatures(state, TestData.externalJson(file));
  }

  static List<Zone> all() {
    return FILES.keySet().stream().sorted().flatMap(state -> of(state).stream()).toList();
  }

  /** The geometry alone. */
  private static List<Zone> ofFeatures(String state, JsonNode document) {
    List<Zone> zones = new ArrayList<>();
    for (JsonNode feature : document.get("features")) {
      JsonNode geometry = feature.get("geometry");
      JsonNode coordinates = geometry.get("coordinates");
      List<Shape> shapes = new ArrayList<>();
      if (geometry.get("type").asText().equals("MultiPolygon")) {
        coordinates.forEach(polygon -> shapes.add(polygon(polygon)));
      } else {
        shapes.add(polygon(coordinates));
      }
      zones.add(Zones.of(state + zones.size(), shapes.toArray(Shape[]::new)));
    }
    return zones;
  }

  private static Polygon polygon(JsonNode rings) {
    List<Ring> read = new ArrayList<>();
    for (JsonNode ring : rings) {
      double[] lonLat = new double[2 * ring.size()];
      for (int i = 0; i < ring.size(); i++) {
        lonLat[2 * i] = ring.get(i).get(0).asDouble();
        lonLat[2 * i + 1] = ring.get(i).get(1).asDouble();
      }
      read.add(Ring.ofDegrees(lonLat));
    }
    return new Polygon(read.getFirst(), read.subList(1, read.size()));
  }
}
