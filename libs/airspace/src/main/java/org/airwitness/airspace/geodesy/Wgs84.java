package org.airwitness.airspace.geodesy;

import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicMask;

/** The WGS 84 ellipsoid: its radii of curvature, and distances on it. */
public final class Wgs84 {
  /** Range up to which {@link #localDistanceM} may be used. */
  public static final double LOCAL_RANGE_M = 50_000;

  /** Latitude up to which {@link #localDistanceM} may be used. */
  public static final double LOCAL_LAT_DEG = 80;

  private static final double SEMI_MAJOR_M = 6_378_137;
  private static final double E2 = 0.00669437999014;

  private Wgs84() {}

  /** Metres of one degree of latitude at a latitude in degrees. */
  public static double metresPerLatDeg(double latDeg) {
    double w2 = w2(latDeg);
    return Math.toRadians(SEMI_MAJOR_M * (1 - E2) / (w2 * Math.sqrt(w2)));
  }

  /** Metres of one degree of longitude at a latitude in degrees. */
  public static double metresPerLonDeg(double latDeg) {
    double normalM = SEMI_MAJOR_M / Math.sqrt(w2(latDeg));
    return Math.toRadians(normalM * Math.cos(Math.toRadians(latDeg)));
  }

  private static double w2(double latDeg) {
    double sine = Math.sin(Math.toRadians(latDeg));
    return 1 - E2 * sine * sine;
  }

  /**
   * Distance by the radii of curvature at the middle latitude, for use within {@link
   * #LOCAL_RANGE_M} and {@link #LOCAL_LAT_DEG}. Up to 60 degrees of latitude it is off by less than
   * 2 cm at 15 km and 0.5 m at 50 km, farther north and south by more.
   */
  public static double localDistanceM(
      double lonDeg, double latDeg, double otherLonDeg, double otherLatDeg) {
    double middleDeg = (latDeg + otherLatDeg) / 2;
    double northM = metresPerLatDeg(middleDeg) * (latDeg - otherLatDeg);
    double eastM = metresPerLonDeg(middleDeg) * turn(lonDeg - otherLonDeg);
    return Math.sqrt(northM * northM + eastM * eastM);
  }

  /** Length of the geodesic between two points; allocates. */
  public static double geodesicM(
      double lonDeg, double latDeg, double otherLonDeg, double otherLatDeg) {
    return Geodesic.WGS84.Inverse(latDeg, lonDeg, otherLatDeg, otherLonDeg, GeodesicMask.DISTANCE)
        .s12;
  }

  /** A difference of two longitudes in -360..360, taken to -180..180. */
  public static double turn(double lonDeg) {
    if (lonDeg > 180) {
      return lonDeg - 360;
    }
    return lonDeg < -180 ? lonDeg + 360 : lonDeg;
  }
}
