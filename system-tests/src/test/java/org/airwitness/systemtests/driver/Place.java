package org.airwitness.systemtests.driver;

/**
 * A point on the ground, WGS-84.
 *
 * @param latDeg degrees north
 * @param lonDeg degrees east
 */
public record Place(double latDeg, double lonDeg) {
  private static final double EQUATOR_M = 6_378_137;
  private static final double ECCENTRICITY_SQUARED = 0.00669437999014;

  /** The place this many metres away; true to a centimetre over a kilometre. */
  public Place moved(double eastM, double northM) {
    double lat = Math.toRadians(latDeg);
    double w = 1 - ECCENTRICITY_SQUARED * Math.sin(lat) * Math.sin(lat);
    double meridianM = EQUATOR_M * (1 - ECCENTRICITY_SQUARED) / Math.pow(w, 1.5);
    double parallelM = EQUATOR_M / Math.sqrt(w) * Math.cos(lat);
    return new Place(
        latDeg + Math.toDegrees(northM / meridianM), lonDeg + Math.toDegrees(eastM / parallelM));
  }
}
