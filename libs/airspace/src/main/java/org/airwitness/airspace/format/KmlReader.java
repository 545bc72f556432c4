package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.ZoneImport;

/**
 * Reader of KML 2.2 as national viewers publish it: one zone per {@code Placemark} with polygons.
 *
 * <p>Its profile's mapping sees every placemark as a GeoJSON feature whose properties are the name,
 * the description and the extended data. Without a mapping the name is taken, and nothing is known
 * about limits and restriction. Solids drawn as floor, roof and walls are reduced to their area.
 */
public final class KmlReader implements ZoneReader {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MIN_DISTINCT = 3;

  private final SourceProfile profile;
  private final FeatureMapping mapping;

  /** Reader for one source. */
  public KmlReader(SourceProfile profile) {
    this.profile = profile;
    mapping =
        Optional.ofNullable(profile.mapping())
            .orElseGet(() -> FeatureMapping.ofName("/properties/name"));
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    MappedFeatureReader features = new MappedFeatureReader(reading, mapping);
    XmlDocument.parse(document, reading.issues())
        .ifPresent(root -> {
          List<XmlAt> placemarks = root.descendants("Placemark");
          if (placemarks.isEmpty()) {
            reading.issues().add("", "DOC_EMPTY", Severity.FATAL, "no Placemark in " + root.name());
          }
          for (int i = 0; i < placemarks.size(); i++) {
            XmlAt placemark = placemarks.get(i);
            String path = "//Placemark[" + (i + 1) + "]";
            features.read(
                new JsonAt(feature(placemark, path), path, reading.issues()), placemark.raw());
          }
        });
    return reading.result();
  }

  private static ObjectNode feature(XmlAt placemark, String path) {
    ObjectNode feature = JSON.objectNode().put("type", "Feature");
    feature.put("id", placemark.attribute("id"));
    ObjectNode properties = feature.putObject("properties");
    for (String name : List.of("name", "description")) {
      String text = placemark.text(name);
      if (text != null) {
        properties.put(name, text);
      }
    }
    for (XmlAt data : placemark.descendants("Data")) {
      properties.put(data.attribute("name"), data.text("value"));
    }
    for (XmlAt data : placemark.descendants("SimpleData")) {
      properties.put(data.attribute("name"), data.ownText());
    }
    feature.set("geometry", geometry(placemark, new Place(path, placemark.issues())));
    return feature;
  }

  private static ObjectNode geometry(XmlAt placemark, Place at) {
    List<XmlAt> published = placemark.descendants("Polygon");
    Set<ArrayNode> polygons = new LinkedHashSet<>();
    for (XmlAt polygon : published) {
      ArrayNode rings = JSON.arrayNode();
      polygon
          .children("outerBoundaryIs")
          .forEach(outer -> outer.children("LinearRing").forEach(ring -> rings.add(ring(ring))));
      polygon
          .children("innerBoundaryIs")
          .forEach(inner -> inner.children("LinearRing").forEach(ring -> rings.add(ring(ring))));
      polygons.add(rings);
    }
    Set<ArrayNode> areas = new LinkedHashSet<>(polygons);
    areas.removeIf(KmlReader::isWall);
    boolean solid = !areas.isEmpty() && areas.size() < published.size();
    if (solid) {
      at.info("GEOM_SOLID", "walls, and floor and roof above each other, read as one area");
    }
    ObjectNode geometry = JSON.objectNode();
    geometry.put("type", published.isEmpty() ? otherType(placemark) : "MultiPolygon");
    ArrayNode coordinates = geometry.putArray("coordinates");
    (solid ? areas : polygons).forEach(coordinates::add);
    return geometry;
  }

  private static String otherType(XmlAt placemark) {
    return placemark.children().stream()
        .map(XmlAt::name)
        .filter(name -> List.of("Point", "LineString", "Model", "Track").contains(name))
        .findFirst()
        .orElse("nothing");
  }

  /** True when seen from above there is no area. */
  private static boolean isWall(ArrayNode rings) {
    Set<Object> distinct = new LinkedHashSet<>();
    rings.path(0).forEach(distinct::add);
    return distinct.size() < MIN_DISTINCT;
  }

  /** Longitude and latitude of the tuples; the height of a drawing is no limit. */
  private static ArrayNode ring(XmlAt ring) {
    ArrayNode points = JSON.arrayNode();
    String text = ring.text("coordinates");
    for (String tuple : text == null ? new String[0] : text.split("\\s+")) {
      ArrayNode point = points.addArray();
      Arrays.stream(tuple.split(",")).limit(2).forEach(ordinate -> point.add(number(ordinate)));
    }
    return points;
  }

  /** The number; one that is none stays what it is not and fails as a point. */
  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }
}
