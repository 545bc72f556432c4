package org.airwitness.zone.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.MvtEncoder;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.UserDataKeyValueMapConverter;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsLayer;
import io.github.sebasbaumh.mapbox.vectortile.adapt.jts.model.JtsMvt;
import io.github.sebasbaumh.mapbox.vectortile.build.MvtLayerParams;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;

/**
 * Draws zones into Mapbox Vector Tiles 2.1, layer {@code zones}: the outline, as far as it can be
 * seen at that scale, with {@code id}, {@code name}, {@code restriction} and the limits. From z
 * {@value #LABELS_FROM} on, layer {@code labels} has a point with the same members in the middle of
 * the largest part of a zone, in that tile alone in which it lies.
 *
 * <p>A zone too small to be seen is drawn as a square that can be, so that none is missing.
 */
public final class TileDrawing {
  private static final String ZONES = "zones";
  private static final String LABELS = "labels";

  /** Farther away there is no room for names. */
  private static final int LABELS_FROM = 6;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final MvtLayerParams UNITS = new MvtLayerParams(MapTile.UNITS);

  /** Side of the smallest square that is drawn, a quarter of a pixel of 512 in a tile. */
  private static final double LEAST = 4;

  /** What outlines may be off, half a pixel of 512 in a tile. */
  private static final double OFF = 4;

  private static final List<String> SHOWN =
      List.of("name", "restriction", "lowerM", "lowerDatum", "upperM", "upperDatum");

  private final MapTile tile;
  private final List<Geometry> outlines = new ArrayList<>();
  private final List<Geometry> labels = new ArrayList<>();

  private TileDrawing(MapTile tile) {
    this.tile = tile;
  }

  /** The tile with all of these zones that reach into it. */
  public static byte[] draw(MapTile tile, List<ZoneOnMap> zones) {
    TileDrawing drawing = new TileDrawing(tile);
    zones.forEach(drawing::draw);
    JtsMvt layers =
        new JtsMvt(
            new JtsLayer(ZONES, drawing.outlines, MapTile.UNITS),
            new JtsLayer(LABELS, drawing.labels, MapTile.UNITS));
    return MvtEncoder.encode(layers, UNITS, new UserDataKeyValueMapConverter());
  }

  private void draw(ZoneOnMap zone) {
    JsonNode feature = parse(zone.feature());
    Map<String, Object> shown = shown(zone, feature.path("properties"));
    List<Polygon> polygons = polygons(zone.extent(), feature.path("geometry"));
    label(polygons, shown);
    for (Polygon polygon : polygons) {
      Geometry inTile = clip(polygon);
      for (int i = 0; i < inTile.getNumGeometries(); i++) {
        Geometry part = inTile.getGeometryN(i);
        if (part instanceof Polygon && !part.isEmpty()) {
          part.setUserData(shown);
          outlines.add(part);
        }
      }
    }
  }

  private void label(List<Polygon> polygons, Map<String, Object> shown) {
    if (tile.z() < LABELS_FROM) {
      return;
    }
    Point middle =
        Collections.max(polygons, Comparator.comparingDouble(Polygon::getArea)).getCentroid();
    if (tile.holds(middle.getX(), middle.getY())) {
      middle.setUserData(shown);
      labels.add(middle);
    }
  }

  private List<Polygon> polygons(Extent extent, JsonNode geometry) {
    double west = tile.east(extent.minLonDeg());
    double east = tile.east(extent.maxLonDeg());
    double north = tile.south(extent.maxLatDeg());
    double south = tile.south(extent.minLatDeg());
    if (east - west < LEAST && south - north < LEAST) {
      double x = Math.rint((west + east - LEAST) / 2);
      double y = Math.rint((north + south - LEAST) / 2);
      Envelope square = new Envelope(x, x + LEAST, y, y + LEAST);
      return List.of((Polygon) GEOMETRIES.toGeometry(square));
    }
    JsonNode coordinates = geometry.path("coordinates");
    return geometry.path("type").asText().equals("Polygon")
        ? List.of(polygon(coordinates))
        : StreamSupport.stream(coordinates.spliterator(), false).map(this::polygon).toList();
  }

  private Polygon polygon(JsonNode rings) {
    LinearRing[] holes = new LinearRing[Math.max(0, rings.size() - 1)];
    for (int i = 0; i < holes.length; i++) {
      holes[i] = ring(rings.get(i + 1));
    }
    return GEOMETRIES.createPolygon(ring(rings.get(0)), holes);
  }

  private LinearRing ring(JsonNode points) {
    Coordinate[] ring = new Coordinate[points.size()];
    for (int i = 0; i < ring.length; i++) {
      JsonNode point = points.get(i);
      ring[i] =
          new Coordinate(
              tile.east(point.get(0).doubleValue()), tile.south(point.get(1).doubleValue()));
    }
    return GEOMETRIES.createLinearRing(ring);
  }

  /** The part in the tile; published outlines may cross themselves and are then made whole. */
  private static Geometry clip(Polygon polygon) {
    Envelope box =
        new Envelope(
            -MapTile.MARGIN,
            MapTile.UNITS + MapTile.MARGIN,
            -MapTile.MARGIN,
            MapTile.UNITS + MapTile.MARGIN);
    if (!box.intersects(polygon.getEnvelopeInternal())) {
      return GEOMETRIES.createPolygon();
    }
    Geometry simple = DouglasPeuckerSimplifier.simplify(polygon, OFF);
    Geometry seen = simple.isEmpty() ? polygon : simple;
    Geometry whole = seen.isValid() ? seen : GeometryFixer.fix(seen);
    return box.covers(whole.getEnvelopeInternal())
        ? whole
        : whole.intersection(GEOMETRIES.toGeometry(box));
  }

  private static Map<String, Object> shown(ZoneOnMap zone, JsonNode properties) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", zone.id().toString());
    for (String name : SHOWN) {
      JsonNode value = properties.path(name);
      if (value.isTextual()) {
        shown.put(name, value.asText());
      } else if (value.isNumber()) {
        shown.put(name, value.doubleValue());
      }
    }
    return shown;
  }

  private static JsonNode parse(String feature) {
    try {
      return JSON.readTree(feature);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored feature does not parse", e);
    }
  }
}
