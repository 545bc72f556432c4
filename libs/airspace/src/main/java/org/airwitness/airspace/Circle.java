package org.airwitness.airspace;

import org.airwitness.airspace.geodesy.Wgs84;

/**
 * Exact circle on the WGS 84 ellipsoid: every point whose geodesic distance from the centre is at
 * most the radius. May reach over the antimeridian or a pole.
 */
public record Circle(double lonDeg, double latDeg, double radiusM) implements Shape {
  public Circle {
    if (!(Math.abs(lonDeg) <= 180) || !(Math.abs(latDeg) <= 90)) {
      throw new IllegalArgumentException(
          "circle centre outside lon -180..180, lat -90..90: " + lonDeg + ", " + latDeg);
    }
    if (!(radiusM > 0) || Double.isInfinite(radiusM)) {
      throw new IllegalArgumentException("circle radius must be above 0 m: " + radiusM);
    }
  }

  @Override
  public boolean contains(double pointLonDeg, double pointLatDeg) {
    return Wgs84.geodesicM(lonDeg, latDeg, pointLonDeg, pointLatDeg) <= radiusM;
  }
}
