package org.airwitness.airspace.format;

import java.util.List;
import java.util.Set;

/** The frame of a GeoJSON document (RFC 7946): reference system and list of features. */
final class FeatureCollection {
  private static final Set<String> WGS84_NAMES = Set.of("4326", "CRS84");

  private FeatureCollection() {}

  static boolean isWgs84(JsonAt root) {
    JsonAt crs = root.member("crs");
    if (!crs.isPresent()) {
      return true;
    }
    String name = String.valueOf(crs.member("properties").member("name").text());
    boolean wgs84 = WGS84_NAMES.stream().anyMatch(name::endsWith);
    if (wgs84) {
      crs.info("DOC_CRS", "obsolete member; names WGS 84");
    } else {
      crs.fatal("DOC_CRS", "coordinates must be WGS 84, not " + name);
    }
    return wgs84;
  }

  static List<JsonAt> features(JsonAt root) {
    String type = String.valueOf(root.member("type").text());
    JsonAt features = root.member("features");
    return switch (type) {
      case "Feature" -> List.of(root);
      case "FeatureCollection" -> {
        if (!features.node().isArray() || features.node().isEmpty()) {
          root.fatal("DOC_EMPTY", "no features in the FeatureCollection");
          yield List.of();
        }
        yield features.items();
      }
      default -> {
        root.fatal("DOC_TYPE", "type must be Feature or FeatureCollection, not " + type);
        yield List.of();
      }
    };
  }
}
