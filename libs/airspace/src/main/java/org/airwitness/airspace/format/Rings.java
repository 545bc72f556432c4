package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sf.geographiclib.Geodesic;

/** Maker of rings from published points: closed, with at least three distinct points. */
final class Rings {
  private static final double E7 = 1e7;
  private static final double HARMLESS_GAP_M = 1;
  private static final int MIN_DISTINCT = 3;

  private Rings() {}

  private record Vertex(long lonE7, long latE7) {
    static Vertex of(Point point) {
      return new Vertex(Math.round(point.lonDeg() * E7), Math.round(point.latDeg() * E7));
    }

    Point point() {
      return new Point(lonE7 / E7, latE7 / E7);
    }

    boolean samePlace(Vertex other) {
      return latE7 == other.latE7 && (lonE7 - other.lonE7) % UnwrappedRing.TURN_E7 == 0;
    }

    double distanceM(Vertex other) {
      return Geodesic.WGS84.Inverse(latE7 / E7, lonE7 / E7, other.latE7 / E7, other.lonE7 / E7).s12;
    }
  }

  /**
   * The ring through these points, or nothing after reporting why it cannot be used.
   *
   * @param geodesic the points are joined by geodesics, else by lines straight in degrees
   */
  static Optional<UnwrappedRing> of(List<Point> points, boolean geodesic, Place at) {
    List<Vertex> vertices = vertices(at, points);
    long distinct = vertices.stream().distinct().count();
    if (distinct < MIN_DISTINCT) {
      at.error(
          "GEOM_SHORT",
          "a ring needs at least 3 distinct points (4 with the closing one), this has " + distinct);
      return Optional.empty();
    }
    List<Vertex> closed = closed(at, vertices);
    if (geodesic) {
      closed =
          GeodesicEdges.along(closed.stream().map(Vertex::point).toList()).stream()
              .map(Vertex::of)
              .toList();
    }
    return Optional.of(
        UnwrappedRing.of(
            closed.stream().mapToLong(Vertex::lonE7).toArray(),
            closed.stream().mapToLong(Vertex::latE7).toArray()));
  }

  /** The points on the 1e-7 degree grid, without consecutive equal ones. */
  private static List<Vertex> vertices(Place at, List<Point> published) {
    List<Vertex> kept = new ArrayList<>();
    int repeated = 0;
    for (int i = 0; i < published.size(); i++) {
      Vertex vertex = Vertex.of(published.get(i));
      if (kept.isEmpty() || !kept.getLast().equals(vertex)) {
        kept.add(vertex);
      }
      if (i > 0 && published.get(i).equals(published.get(i - 1))) {
        repeated++;
      }
    }
    if (repeated > 0) {
      at.info("GEOM_REPEAT", repeated + " repeated points dropped");
    }
    return kept;
  }

  private static List<Vertex> closed(Place at, List<Vertex> vertices) {
    if (vertices.isEmpty() || vertices.getFirst().samePlace(vertices.getLast())) {
      return vertices;
    }
    double gapM = vertices.getFirst().distanceM(vertices.getLast());
    String message = "first and last point are %.1f m apart; closed".formatted(gapM);
    if (gapM <= HARMLESS_GAP_M) {
      at.info("GEOM_OPEN", message);
    } else {
      at.warn("GEOM_OPEN", message);
    }
    vertices.add(vertices.getFirst());
    return vertices;
  }

  /** True when the line through these points, closed, crosses or touches itself. */
  static boolean crossesItself(List<Point> points) {
    List<Vertex> vertices = vertices(new Place("", new Issues()), points);
    return vertices.size() > MIN_DISTINCT
        && PlanarGeometry.fault(
                UnwrappedRing.of(
                    vertices.stream().mapToLong(Vertex::lonE7).toArray(),
                    vertices.stream().mapToLong(Vertex::latE7).toArray()),
                List.of())
            .isPresent();
  }
}
