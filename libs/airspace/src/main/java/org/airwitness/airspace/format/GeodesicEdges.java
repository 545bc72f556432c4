package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.GeodesicData;

/** Lines whose edges are geodesics, cut so that straight pieces stay within 1 m of them. */
final class GeodesicEdges {
  private static final double MAX_OFF_M = 1;
  private static final double EARTH_RADIUS_M = 6_371_000;

  private GeodesicEdges() {}

  /** A line that is published as geodesic, unless its profile knows better. */
  static List<Point> asPublished(List<Point> corners, SourceProfile profile) {
    return profile.edges() == SourceProfile.Edges.PLANAR ? corners : along(corners);
  }

  /** The same line with further points on its edges. */
  static List<Point> along(List<Point> corners) {
    List<Point> line = new ArrayList<>();
    for (int i = 0; i < corners.size(); i++) {
      if (i > 0) {
        addBetween(line, corners.get(i - 1), corners.get(i));
      }
      line.add(corners.get(i));
    }
    return line;
  }

  private static void addBetween(List<Point> line, Point from, Point to) {
    GeodesicData edge = Arc.inverse(from, to);
    int pieces = (int) Math.ceil(Math.sqrt(offM(edge) / MAX_OFF_M));
    for (int i = 1; i < pieces; i++) {
      line.add(Arc.from(from, edge.azi1, edge.s12 * i / pieces));
    }
  }

  /** How far about the geodesic bends away from the line straight in longitude and latitude. */
  private static double offM(GeodesicData edge) {
    // Next to a pole the formula exceeds any length, which no line bends by.
    double lat = Math.toRadians(Math.max(Math.abs(edge.lat1), Math.abs(edge.lat2)));
    double azimuth = Math.toRadians(edge.azi1);
    double offM =
        edge.s12
            * edge.s12
            * Math.tan(lat)
            * Math.abs(Math.sin(azimuth))
            * (1 + Math.pow(Math.cos(azimuth), 2))
            / (8 * EARTH_RADIUS_M);
    return Math.min(offM, edge.s12);
  }
}
