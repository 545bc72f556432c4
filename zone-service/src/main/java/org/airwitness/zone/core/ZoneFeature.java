package org.airwitness.zone.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.format.GeoJsonZoneWriter;
import org.airwitness.airspace.format.PeriodWriter;

/**
 * A zone as clients see it: one GeoJSON feature.
 *
 * <p>Circles are drawn as polygons around them and given exactly beside: {@code properties.circle}
 * for the only one, {@code properties.circles} for several, each {@code {center: [lon, lat],
 * radiusM}}. A zone whose volumes have different limits lists them in {@code properties.layers},
 * each with its limits and geometry; the feature's geometry is then all of them.
 */
public final class ZoneFeature {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> LIMITS =
      List.of("lowerM", "lowerDatum", "upperM", "upperDatum");

  private final Zone zone;
  private final ZoneFormat format;
  private final List<ObjectNode> layers = new ArrayList<>();

  private ZoneFeature(Zone zone, ZoneFormat format) {
    this.zone = zone;
    this.format = format;
    String written = new GeoJsonZoneWriter().write(List.of(zone));
    parse(written).path("features").forEach(layer -> layers.add((ObjectNode) layer));
  }

  static ObjectNode of(Zone zone, ZoneFormat format) {
    return new ZoneFeature(zone, format).write();
  }

  /** The feature of a zone as text; its last member is {@code properties}, which is not empty. */
  public static String text(Zone zone, ZoneFormat format) {
    return of(zone, format).toString();
  }

  /** The box around a feature's polygons. */
  static Extent extent(ObjectNode feature) {
    double[] box = {180, 90, -180, -90};
    polygons(feature.path("geometry")).forEach(polygon -> extend(box, polygon.path(0)));
    return new Extent(box[0], box[1], box[2], box[3]);
  }

  private static void extend(double[] box, JsonNode shell) {
    for (JsonNode point : shell) {
      double lonDeg = point.path(0).doubleValue();
      double latDeg = point.path(1).doubleValue();
      box[0] = Math.min(box[0], lonDeg);
      box[1] = Math.min(box[1], latDeg);
      box[2] = Math.max(box[2], lonDeg);
      box[3] = Math.max(box[3], latDeg);
    }
  }

  private ObjectNode write() {
    ObjectNode feature = layers.getFirst().deepCopy();
    ObjectNode properties = (ObjectNode) feature.get("properties");
    properties.remove(List.of("zoneId", "radiusM"));
    if (layers.size() > 1) {
      properties.remove(LIMITS);
      feature.set("geometry", allPolygons());
      properties.set("layers", layers());
    }
    putCircles(properties);
    putApplicability(properties);
    properties.put("format", format.label());
    return feature;
  }

  private ObjectNode allPolygons() {
    ObjectNode geometry = JSON.createObjectNode().put("type", "MultiPolygon");
    ArrayNode parts = geometry.putArray("coordinates");
    layers.forEach(layer -> polygons(layer.path("geometry")).forEach(parts::add));
    return geometry;
  }

  private ArrayNode layers() {
    ArrayNode list = JSON.createArrayNode();
    for (ObjectNode layer : layers) {
      ObjectNode view = ((ObjectNode) layer.get("properties")).deepCopy().retain(LIMITS);
      view.set("geometry", layer.get("geometry"));
      list.add(view);
    }
    return list;
  }

  private void putCircles(ObjectNode properties) {
    ArrayNode circles = JSON.createArrayNode();
    zone.volumes().stream()
        .map(Volume::shape)
        .distinct()
        .forEach(shape -> {
          if (shape instanceof Circle circle) {
            ObjectNode view = circles.addObject();
            view.putArray("center").add(circle.lonDeg()).add(circle.latDeg());
            view.put("radiusM", circle.radiusM());
          }
        });
    if (circles.size() == 1) {
      properties.set("circle", circles.get(0));
    } else if (!circles.isEmpty()) {
      properties.set("circles", circles);
    }
  }

  /** The periods as published where the format is ours or ED-269, else as they were read. */
  private void putApplicability(ObjectNode properties) {
    if (zone.activation() != Activation.BY_DATA) {
      properties.put("activation", zone.activation().name());
    }
    JsonNode applicability =
        switch (format) {
          case ED269 -> parse(zone.raw()).path("applicability");
          case GEOJSON -> parse(zone.raw()).path("properties").path("applicability");
          case ED318, OPENAIR, AIXM, KML, FAA_TFR, GEOJSON_MAPPED ->
              zone.applicability().isEmpty()
                  ? MissingNode.getInstance()
                  : PeriodWriter.write(zone.applicability());
        };
    if (!applicability.isMissingNode() && !applicability.isNull()) {
      properties.set("applicability", applicability);
    }
  }

  private static List<JsonNode> polygons(JsonNode geometry) {
    JsonNode coordinates = geometry.path("coordinates");
    if (geometry.path("type").textValue().equals("Polygon")) {
      return List.of(coordinates);
    }
    List<JsonNode> parts = new ArrayList<>();
    coordinates.forEach(parts::add);
    return parts;
  }

  private static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The airspace library writes JSON", e);
    }
  }
}
