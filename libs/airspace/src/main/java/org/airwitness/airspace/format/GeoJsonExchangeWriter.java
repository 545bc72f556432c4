package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;

/**
 * Writer of zones as {@link GeoJsonZoneReader} reads them: circles exact, periods included. For
 * drawing on a map there is {@link GeoJsonZoneWriter}.
 *
 * <p>One feature per zone. A zone of which the volumes have different limits, or that has a circle
 * beside other volumes, becomes several features, which is among the losses, as are details that
 * the format has no members for. A zone that a NOTAM activates is left out.
 */
public final class GeoJsonExchangeWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private record Limits(Limit lower, Limit upper) {}

  /** The FeatureCollection of these zones, JSON text. */
  public WrittenZones write(Collection<Zone> zones) {
    Losses losses = new Losses();
    ObjectNode collection = JSON.objectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (Zone zone : zones) {
      if (zone.activation() == Activation.BY_NOTAM) {
        losses.refused(zone, "TIME_BY_NOTAM", "activation by NOTAM cannot be expressed: left out");
      } else {
        addFeatures(zone, features, losses);
      }
    }
    return new WrittenZones(collection.toString(), losses.list());
  }

  private static void addFeatures(Zone zone, ArrayNode features, Losses losses) {
    List<List<Volume>> parts = parts(zone);
    if (parts.size() > 1) {
      losses.lost(
          zone,
          "ZONE_PARTS",
          "volumes of different limits or kinds: written as %d zones".formatted(parts.size()));
    }
    if (!isPlain(zone.details())) {
      losses.lost(
          zone,
          "FIELD_DETAILS",
          "authorities, texts by language and other details are not written");
    }
    parts.forEach(volumes -> features.add(feature(zone, volumes, losses)));
  }

  /** Details that come with a name and a message alone. */
  private static boolean isPlain(ZoneDetails details) {
    return details.equals(ZoneDetails.of(details.names(), details.messages(), Map.of()))
        && details.names().size() <= 1
        && details.messages().size() <= 1;
  }

  /** Volumes that one feature can hold: a circle, or polygons of the same limits. */
  private static List<List<Volume>> parts(Zone zone) {
    Map<Limits, List<Volume>> polygons = new LinkedHashMap<>();
    List<List<Volume>> parts = new ArrayList<>();
    for (Volume volume : zone.volumes()) {
      switch (volume.shape()) {
        case Circle _ -> parts.add(List.of(volume));
        case Polygon _ ->
            polygons
                .computeIfAbsent(new Limits(volume.lower(), volume.upper()), _ -> new ArrayList<>())
                .add(volume);
      }
    }
    parts.addAll(polygons.values());
    return parts;
  }

  private static ObjectNode feature(Zone zone, List<Volume> volumes, Losses losses) {
    ObjectNode feature = JSON.objectNode().put("type", "Feature").put("id", zone.id().toString());
    ObjectNode properties = properties(zone, losses);
    putLimit(properties, "lower", volumes.getFirst().lower());
    putLimit(properties, "upper", volumes.getFirst().upper());
    feature.set("geometry", geometry(volumes));
    if (volumes.getFirst().shape() instanceof Circle circle) {
      properties.put("radiusM", circle.radiusM());
    }
    feature.set("properties", properties);
    return feature;
  }

  private static ObjectNode properties(Zone zone, Losses losses) {
    String identifier = zone.key().identifier();
    ObjectNode properties = JSON.objectNode().put("name", zone.name());
    if (zone.name().isBlank()) {
      losses.changed(zone, "FIELD_MISSING", "no name: the identifier is written");
      properties.put("name", identifier);
    }
    properties.put("identifier", identifier);
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
    if (!zone.applicability().isEmpty()) {
      properties.set("applicability", PeriodWriter.write(zone.applicability()));
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
    ObjectNode geometry = JSON.objectNode();
    if (volumes.getFirst().shape() instanceof Circle circle) {
      geometry
          .put("type", "Point")
          .set("coordinates", JSON.arrayNode(2).add(circle.lonDeg()).add(circle.latDeg()));
      return geometry;
    }
    ArrayNode polygons = geometry.put("type", "MultiPolygon").putArray("coordinates");
    volumes.forEach(volume -> polygons.add(JsonGeometry.coordinates((Polygon) volume.shape())));
    return geometry;
  }
}
