package org.airwitness.ingest.core.routing;

import java.util.ArrayList;
import java.util.List;
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

  /** Whether any of it is in a part of the region. */
  boolean meets(Geometry reach) {
    return area.intersects(reach);
  }

  /**
   * The places within a distance of one: a circle, and across the antimeridian once more on the
   * other side, because regions are cut there.
   */
  static List<Geometry> reach(GeoPoint place, double metres) {
    double latDeg = metres / METRES_PER_DEGREE;
    double lonDeg = latDeg / cosine(place);
    List<Geometry> reach = new ArrayList<>(2);
    reach.add(ellipse(place.lonDeg(), place.latDeg(), lonDeg, latDeg));
    if (Math.abs(place.lonDeg()) + lonDeg > 180) {
      double otherSide = place.lonDeg() - Math.copySign(360, place.lonDeg());
      reach.add(ellipse(otherSide, place.latDeg(), lonDeg, latDeg));
    }
    return reach;
  }

  private static Geometry ellipse(double x, double y, double xRadius, double yRadius) {
    Coordinate[] ring = new Coordinate[CORNERS + 1];
    for (int i = 0; i < CORNERS; i++) {
      double angle = 2 * Math.PI * i / CORNERS;
      ring[i] = new Coordinate(x + xRadius * Math.cos(angle), y + yRadius * Math.sin(angle));
    }
    ring[CORNERS] = ring[0];
    return GEOMETRIES.createPolygon(ring);
  }

  private static double cosine(GeoPoint place) {
    return Math.max(MIN_COSINE, Math.cos(Math.toRadians(place.latDeg())));
  }
}
