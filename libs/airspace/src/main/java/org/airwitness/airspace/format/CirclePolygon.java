package org.airwitness.airspace.format;

import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Polygon;

/**
 * Polygon drawn around a circle so that nothing of the circle is cut off; for display and for
 * cutting.
 *
 * <p>Its edges touch the circle, its corners stand out by at most 1 m. Beyond 60 degrees of
 * latitude edges straight in longitude and latitude bend away from that by up to 0.1 % of the
 * radius.
 */
final class CirclePolygon {
  private static final int MIN_CORNERS = 64;

  /** How far corners may stand out. */
  static final double MAX_EXCESS_M = 1;

  private static final double E7 = 1e7;

  private CirclePolygon() {}

  /** The polygon, in several parts when it crosses the antimeridian or holds a pole. */
  static List<Polygon> around(Circle circle) {
    UnwrappedRing ring = ring(circle);
    UnwrappedRing shell = (ring.enclosesPole() ? ring.closedOverPole() : ring).fromFirstTurn();
    return shell.withinOneTurn()
        ? List.of(new Polygon(shell.toRing(), List.of()))
        : PlanarGeometry.cutAtAntimeridian(shell, List.of());
  }

  private static UnwrappedRing ring(Circle circle) {
    int corners = corners(circle.radiusM());
    double cornerM = circle.radiusM() / Math.cos(Math.PI / corners);
    long[] lonE7 = new long[corners + 1];
    long[] latE7 = new long[corners + 1];
    for (int i = 0; i < corners; i++) {
      double azimuthDeg = 360.0 * i / corners;
      GeodesicData corner =
          Geodesic.WGS84.Direct(circle.latDeg(), circle.lonDeg(), -azimuthDeg, cornerM);
      lonE7[i] = Math.round(corner.lon2 * E7);
      latE7[i] = Math.round(corner.lat2 * E7);
    }
    lonE7[corners] = lonE7[0];
    latE7[corners] = latE7[0];
    return UnwrappedRing.of(lonE7, latE7);
  }

  private static int corners(double radiusM) {
    double wanted = Math.PI / Math.acos(Math.max(0, 1 - MAX_EXCESS_M / radiusM));
    return Math.max(MIN_CORNERS, (int) Math.ceil(wanted));
  }
}
