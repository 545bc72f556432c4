package org.airwitness.ingest.core.routing;

import org.airwitness.ingest.core.GeoPoint;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;

/** The area an agency is responsible for: polygons in WGS-84 degrees, longitude first. */
public final class Region {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double METRES_PER_DEGREE = 111_195;
  private static final double MIN_COSINE = 1e-3; // keeps the margin finite near the poles
  private static final int CORNERS = 16;

  private final PreparedGeometry area;

  Region(Geometry area) {
    this.area = PreparedGeometryFactory.prepare(area);
  }

  Envelope envelope() {
    return area.getGeometry().getEnvelopeInternal();
  }

  /** Whether a place is inside or at most so far outside. */
  boolean isWithin(double metres, GeoPoint place) {
    return area.intersects(circle(place, metres));
  }

  static Envelope reach(GeoPoint place, double metres) {
    double latDeg = metres / METRES_PER_DEGREE;
    double lonDeg = latDeg / cosine(place);
    return new Envelope(
        place.lonDeg() - lonDeg,
        place.lonDeg() + lonDeg,
        place.latDeg() - latDeg,
        place.latDeg() + latDeg);
  }

  private static Geometry circle(GeoPoint place, double metres) {
    double latDeg = metres / METRES_PER_DEGREE;
    double lonDeg = latDeg / cosine(place);
    Coordinate[] ring = new Coordinate[CORNERS + 1];
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      ring[i] =
          new Coordinate(
              place.lonDeg() + lonDeg * Math.cos(angle), place.latDeg() + latDeg * Math.sin(angle));
    }
    ring[CORNERS] = ring[0];
    return GEOMETRIES.createPolygon(ring);
  }

  private static double cosine(GeoPoint place) {
    return Math.max(MIN_COSINE, Math.cos(Math.toRadians(place.latDeg())));
  }
}
