package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;

/**
 * Writer of zones as GeoJSON (RFC 7946) for maps.
 *
 * <p>One feature per zone and pair of limits; its id and {@code properties.zoneId} are the zone's
 * id. The other properties are those of {@link GeoJsonZoneReader}, except {@code applicability}; a
 * limit that does not bound is left out. Circles become polygons around them, at most 1 m larger,
 * with {@code radiusM} beside for a single one. Shells run counter-clockwise, holes clockwise.
 */
public final class GeoJsonZoneWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private record Limits(Limit lower, Limit upper) {}

  /** FeatureCollection of these zones as JSON text. */
  public String write(Collection<Zone> zones) {
    ObjectNode collection = JSON.objectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    zones.forEach(zone -> addFeatures(zone, features));
    return collection.toString();
  }

  private static void addFeatures(Zone zone, ArrayNode features) {
    Map<Limits, List<Volume>> byLimits = new LinkedHashMap<>();
    for (Volume volume : zone.volumes()) {
      byLimits
          .computeIfAbsent(new Limits(volume.lower(), volume.upper()), _ -> new ArrayList<>())
          .add(volume);
    }
    byLimits.forEach((limits, volumes) -> features.add(feature(zone, limits, volumes)));
  }

  private static ObjectNode feature(Zone zone, Limits limits, List<Volume> volumes) {
    ObjectNode feature = JSON.objectNode().put("type", "Feature").put("id", zone.id().toString());
    feature.set("geometry", geometry(volumes));
    feature.set("properties", properties(zone, limits, volumes));
    return feature;
  }

  private static ObjectNode properties(Zone zone, Limits limits, List<Volume> volumes) {
    ObjectNode properties =
        JSON.objectNode()
            .put("zoneId", zone.id().toString())
            .put("name", zone.name())
            .put("identifier", zone.key().identifier());
    if (!zone.key().country().isEmpty()) {
      properties.put("country", zone.key().country());
    }
    properties.put("restriction", zone.restriction().name());
    if (!zone.reasons().isEmpty()) {
      ArrayNode reasons = properties.putArray("reason");
      zone.reasons().forEach(reason -> reasons.add(reason.name()));
    }
    if (zone.message() != null) {
      properties.put("message", zone.message());
    }
    putLimit(properties, "lower", limits.lower());
    putLimit(properties, "upper", limits.upper());
    if (volumes.size() == 1 && volumes.getFirst().shape() instanceof Circle circle) {
      properties.put("radiusM", circle.radiusM());
    }
    return properties;
  }

  private static void putLimit(ObjectNode properties, String side, Limit limit) {
    if (limit.bounds()) {
      properties.put(side + "M", limit.valueM());
      properties.put(side + "Datum", limit.datum().name());
    }
  }

  private static ObjectNode geometry(List<Volume> volumes) {
    List<Polygon> polygons = volumes.stream().flatMap(volume -> polygons(volume).stream()).toList();
    ObjectNode geometry = JSON.objectNode();
    if (polygons.size() == 1) {
      geometry
          .put("type", "Polygon")
          .set("coordinates", JsonGeometry.coordinates(polygons.getFirst()));
      return geometry;
    }
    ArrayNode parts = geometry.put("type", "MultiPolygon").putArray("coordinates");
    polygons.forEach(polygon -> parts.add(JsonGeometry.coordinates(polygon)));
    return geometry;
  }

  private static List<Polygon> polygons(Volume volume) {
    return switch (volume.shape()) {
      case Polygon polygon -> List.of(polygon);
      case Circle circle -> CirclePolygon.around(circle);
    };
  }
}
