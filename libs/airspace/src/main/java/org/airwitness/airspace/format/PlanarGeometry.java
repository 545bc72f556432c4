package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Validity and cutting of polygons in the plane of longitude and latitude, by JTS. */
final class PlanarGeometry {
  private static final double E7 = 1e7;
  private static final double POLE_E7 = 900_000_000;
  private static final int MIN_RING = 4;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private PlanarGeometry() {}

  /** What is wrong with the polygon in the OGC sense and where, or nothing. */
  static Optional<String> fault(UnwrappedRing shell, List<UnwrappedRing> holes) {
    TopologyValidationError error = new IsValidOp(polygon(shell, holes)).getValidationError();
    if (error == null) {
      return Optional.empty();
    }
    Coordinate at = error.getCoordinate();
    return Optional.of(
        at == null
            ? error.getMessage()
            : "%s near %.7f, %.7f".formatted(error.getMessage(), at.x / E7, at.y / E7));
  }

  /** True when every vertex of the hole lies outside the shell. */
  static boolean outside(UnwrappedRing hole, UnwrappedRing shell) {
    Coordinate[] ring = coordinates(shell);
    for (Coordinate vertex : coordinates(hole)) {
      if (RayCrossingCounter.locatePointInRing(vertex, ring) != Location.EXTERIOR) {
        return false;
      }
    }
    return true;
  }

  /**
   * Parts of the polygon between -180 and 180 degrees. A polygon that is not valid is repaired
   * first, because only a valid one can be cut.
   */
  static List<Polygon> cutAtAntimeridian(UnwrappedRing shell, List<UnwrappedRing> holes) {
    Geometry whole = polygon(shell, holes);
    Geometry valid = whole.isValid() ? whole : GeometryFixer.fix(whole);
    List<Polygon> parts = new ArrayList<>();
    long first =
        Math.floorDiv(shell.minLonE7() + UnwrappedRing.HALF_TURN_E7, UnwrappedRing.TURN_E7);
    long last = Math.floorDiv(shell.maxLonE7() + UnwrappedRing.HALF_TURN_E7, UnwrappedRing.TURN_E7);
    for (long turn = first; turn <= last; turn++) {
      parts.addAll(partsIn(valid, (double) turn * UnwrappedRing.TURN_E7));
    }
    return parts;
  }

  /**
   * What an operation of {@link OverlayNG} makes of two polygons, neither across the antimeridian.
   *
   * @return nothing when one of them is not valid, because then it has no certain inside
   */
  static Optional<List<Polygon>> overlay(Polygon one, Polygon other, int operation) {
    Geometry first = polygon(one);
    Geometry second = polygon(other);
    return first.isValid() && second.isValid()
        ? Optional.of(partsIn(OverlayNGRobust.overlay(first, second, operation), 0))
        : Optional.empty();
  }

  private static List<Polygon> partsIn(Geometry geometry, double middle) {
    double half = UnwrappedRing.HALF_TURN_E7;
    Geometry turn =
        FACTORY.toGeometry(new Envelope(middle - half, middle + half, -POLE_E7, POLE_E7));
    List<Polygon> parts = new ArrayList<>();
    for (Object part :
        PolygonExtracter.getPolygons(
            OverlayNGRobust.overlay(geometry, turn, OverlayNG.INTERSECTION))) {
      toPolygon((org.locationtech.jts.geom.Polygon) part, middle).ifPresent(parts::add);
    }
    return parts;
  }

  private static Optional<Polygon> toPolygon(
      org.locationtech.jts.geom.Polygon part, double middle) {
    List<Ring> holes =
        IntStream.range(0, part.getNumInteriorRing())
            .mapToObj(i -> toRing(part.getInteriorRingN(i), middle))
            .flatMap(Optional::stream)
            .toList();
    return toRing(part.getExteriorRing(), middle).map(shell -> new Polygon(shell, holes));
  }

  /** The ring rounded to 1e-7 degree; nothing when it collapses. */
  private static Optional<Ring> toRing(LinearRing ring, double middle) {
    Coordinate[] vertices = ring.getCoordinates();
    int[] lonLatE7 = new int[2 * vertices.length];
    for (int i = 0; i < vertices.length; i++) {
      lonLatE7[2 * i] = rounded(vertices[i].x - middle, UnwrappedRing.HALF_TURN_E7);
      lonLatE7[2 * i + 1] = rounded(vertices[i].y, POLE_E7);
    }
    return vertices.length < MIN_RING ? Optional.empty() : Optional.of(Ring.ofE7(lonLatE7));
  }

  private static int rounded(double e7, double limitE7) {
    return Math.toIntExact(Math.round(Math.clamp(e7, -limitE7, limitE7)));
  }

  private static org.locationtech.jts.geom.Polygon polygon(
      UnwrappedRing shell, List<UnwrappedRing> holes) {
    return FACTORY.createPolygon(
        FACTORY.createLinearRing(coordinates(shell)),
        holes.stream()
            .map(hole -> FACTORY.createLinearRing(coordinates(hole)))
            .toArray(LinearRing[]::new));
  }

  private static org.locationtech.jts.geom.Polygon polygon(Polygon polygon) {
    return FACTORY.createPolygon(
        FACTORY.createLinearRing(coordinates(polygon.shell())),
        polygon.holes().stream()
            .map(hole -> FACTORY.createLinearRing(coordinates(hole)))
            .toArray(LinearRing[]::new));
  }

  private static Coordinate[] coordinates(Ring ring) {
    return IntStream.range(0, ring.size())
        .mapToObj(i -> new Coordinate(ring.lonE7(i), ring.latE7(i)))
        .toArray(Coordinate[]::new);
  }

  private static Coordinate[] coordinates(UnwrappedRing ring) {
    return IntStream.range(0, ring.size())
        .mapToObj(i -> new Coordinate(ring.lonE7(i), ring.latE7(i)))
        .toArray(Coordinate[]::new);
  }
}
