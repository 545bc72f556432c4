package org.airwitness.ingest.core.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/**
 * Reads an agency's region from a GeoJSON Polygon or MultiPolygon (RFC 7946, 3.1.6 and 3.1.7). A
 * region across the antimeridian is given as a MultiPolygon cut there (3.1.9).
 */
public final class RegionReader {
  /** Most positions a region may have. */
  public static final int MAX_POSITIONS = 20_000;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final int MIN_RING = 4;

  private int positions;

  private RegionReader() {}

  /**
   * Reads a region.
   *
   * @throws IllegalArgumentException saying where and what is wrong
   */
  public static Region read(JsonNode geometry) {
    Geometry area = new RegionReader().readGeometry(geometry);
    TopologyValidationError error = new IsValidOp(area).getValidationError();
    if (error != null) {
      Coordinate at = error.getCoordinate();
      throw new IllegalArgumentException(
          "region is not a valid area: %s near [%s, %s]".formatted(error.getMessage(), at.x, at.y));
    }
    return new Region(area);
  }

  private Geometry readGeometry(JsonNode geometry) {
    String type = geometry.path("type").asText();
    JsonNode coordinates = geometry.path("coordinates");
    return switch (type) {
      case "Polygon" -> readPolygon(coordinates, "region.coordinates");
      case "MultiPolygon" -> readMultiPolygon(coordinates);
      default ->
          throw new IllegalArgumentException(
              "region.type is Polygon or MultiPolygon, not '%s'".formatted(type));
    };
  }

  private Geometry readMultiPolygon(JsonNode coordinates) {
    List<Polygon> polygons = new ArrayList<>();
    requireArray(coordinates, "region.coordinates", 1);
    for (int i = 0; i < coordinates.size(); i++) {
      polygons.add(readPolygon(coordinates.get(i), "region.coordinates[%d]".formatted(i)));
    }
    return GEOMETRIES.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }

  private Polygon readPolygon(JsonNode rings, String path) {
    requireArray(rings, path, 1);
    LinearRing shell = readRing(rings.get(0), path + "[0]");
    LinearRing[] holes = new LinearRing[rings.size() - 1];
    for (int i = 1; i < rings.size(); i++) {
      holes[i - 1] = readRing(rings.get(i), path + "[" + i + "]");
    }
    return GEOMETRIES.createPolygon(shell, holes);
  }

  private LinearRing readRing(JsonNode ring, String path) {
    requireArray(ring, path, MIN_RING);
    positions += ring.size();
    if (positions > MAX_POSITIONS) {
      throw new IllegalArgumentException("region has more than " + MAX_POSITIONS + " positions");
    }
    Coordinate[] coordinates = new Coordinate[ring.size()];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = readPosition(ring.get(i), path + "[" + i + "]");
    }
    if (!coordinates[0].equals2D(coordinates[coordinates.length - 1])) {
      throw new IllegalArgumentException(
          path + " is not closed: its first and last position must be the same");
    }
    return GEOMETRIES.createLinearRing(coordinates);
  }

  private static Coordinate readPosition(JsonNode position, String path) {
    requireArray(position, path, 2);
    double lonDeg = number(position.get(0), path + "[0]");
    double latDeg = number(position.get(1), path + "[1]");
    if (!(Math.abs(lonDeg) <= 180)) {
      throw new IllegalArgumentException(
          path + "[0] is a longitude from -180 to 180, not " + lonDeg);
    }
    if (!(Math.abs(latDeg) <= 90)) {
      throw new IllegalArgumentException(path + "[1] is a latitude from -90 to 90, not " + latDeg);
    }
    return new Coordinate(lonDeg, latDeg);
  }

  private static double number(JsonNode node, String path) {
    if (!node.isNumber()) {
      throw new IllegalArgumentException(path + " is a number");
    }
    return node.doubleValue();
  }

  private static void requireArray(JsonNode node, String path, int atLeast) {
    if (!node.isArray() || node.size() < atLeast) {
      throw new IllegalArgumentException(
          "%s is an array of at least %d elements".formatted(path, atLeast));
    }
  }
}
