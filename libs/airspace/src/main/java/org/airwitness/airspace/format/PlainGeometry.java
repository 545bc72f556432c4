package org.airwitness.airspace.format;

import java.util.List;
import org.airwitness.airspace.Polygon;

/** Reader of the areas of plain GeoJSON geometries (RFC 7946): no circles, no layers. */
final class PlainGeometry {
  private PlainGeometry() {}

  /** The areas, none after reporting why there is none. */
  static List<Polygon> shapes(JsonAt geometry, JsonAt volume, SourceProfile profile) {
    JsonAt coordinates = geometry.member("coordinates");
    String type = String.valueOf(geometry.member("type").text());
    return switch (type) {
      case "Polygon" -> PolygonReader.read(coordinates, volume, profile);
      case "MultiPolygon" ->
          coordinates.items().stream()
              .flatMap(part -> PolygonReader.read(part, volume, profile).stream())
              .toList();
      case "GeometryCollection" ->
          geometry.member("geometries").items().stream()
              .flatMap(part -> shapes(part, volume, profile).stream())
              .toList();
      default -> {
        geometry.error("GEOM_TYPE", type + " is not an area");
        yield List.of();
      }
    };
  }
}
