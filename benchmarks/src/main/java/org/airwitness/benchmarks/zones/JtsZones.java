package org.airwitness.benchmarks.zones;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.geodesy.Wgs84;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.impl.PackedCoordinateSequence;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * What one would take from a library: an STRtree of boxes, then prepared geometry, then the limits
 * and times of those that hold the place. Coordinates are whole units of 1e-7 degree. JTS knows no
 * circles on the ellipsoid; their distance is measured.
 */
final class JtsZones {
  private static final double E7 = 1e7;
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double MAX_DEG_PER_M = 1 / 110_000.0;

  private final STRtree tree = new STRtree();

  /** A circle when there is no polygon. */
  private record Candidate(Zone zone, Shape shape, PreparedGeometry polygon, PlainRules rules) {
    boolean covers(Point point) {
      return shape instanceof Circle circle
          ? circle.contains(point.getX() / E7, point.getY() / E7)
          : polygon.covers(point);
    }
  }

  JtsZones(List<Zone> zones) {
    for (Zone zone : zones) {
      zone.volumes().forEach(volume -> add(zone, volume));
    }
    tree.build();
  }

  private void add(Zone zone, Volume volume) {
    Shape shape = volume.shape();
    Geometry geometry =
        switch (shape) {
          case Circle circle -> GEOMETRIES.toGeometry(box(circle));
          case Polygon polygon -> polygon(polygon);
        };
    tree.insert(
        geometry.getEnvelopeInternal(),
        new Candidate(
            zone,
            shape,
            PreparedGeometryFactory.prepare(geometry),
            new PlainRules(zone, volume, Load.TIME)));
  }

  /** Hands on the zone of every volume that holds the place, the height and the time. */
  void find(Position place, Heights heights, Instant time, Consumer<Zone> found) {
    Coordinate at =
        new Coordinate(Math.round(place.lonDeg() * E7), Math.round(place.latDeg() * E7));
    Point point = GEOMETRIES.createPoint(at);
    tree.query(
        new Envelope(at),
        item -> {
          Candidate candidate = (Candidate) item;
          if (candidate.covers(point) && candidate.rules().hold(heights, time)) {
            found.accept(candidate.zone());
          }
        });
  }

  /** True when every polygon of the zone is valid. */
  static boolean isValid(Zone zone) {
    return zone.volumes().stream()
        .allMatch(
            volume -> !(volume.shape() instanceof Polygon polygon) || polygon(polygon).isValid());
  }

  private static Envelope box(Circle circle) {
    double lat = circle.radiusM() * MAX_DEG_PER_M * E7;
    double lon = circle.radiusM() / Wgs84.metresPerLonDeg(Math.abs(circle.latDeg()) + 1) * E7 + 1;
    double x = circle.lonDeg() * E7;
    double y = circle.latDeg() * E7;
    return new Envelope(x - lon, x + lon, y - lat - 1, y + lat + 1);
  }

  private static Geometry polygon(Polygon polygon) {
    return GEOMETRIES.createPolygon(
        ring(polygon.shell()),
        polygon.holes().stream().map(JtsZones::ring).toArray(LinearRing[]::new));
  }

  private static LinearRing ring(Ring ring) {
    double[] xy = new double[2 * ring.size()];
    for (int i = 0; i < ring.size(); i++) {
      xy[2 * i] = ring.lonE7(i);
      xy[2 * i + 1] = ring.latE7(i);
    }
    return GEOMETRIES.createLinearRing(new PackedCoordinateSequence.Double(xy, 2, 0));
  }
}
