package org.airwitness.zone.core;

/**
 * Box in degrees of longitude and latitude. As a query it may begin east of where it ends and then
 * crosses the antimeridian; as the extent of a zone it never does.
 */
public record Extent(double minLonDeg, double minLatDeg, double maxLonDeg, double maxLatDeg) {
  public static final Extent WORLD = new Extent(-180, -90, 180, 90);

  public Extent {
    if (!(Math.abs(minLonDeg) <= 180) || !(Math.abs(maxLonDeg) <= 180)) {
      throw new IllegalArgumentException("longitudes are -180 to 180");
    }
    if (!(Math.abs(minLatDeg) <= 90) || !(Math.abs(maxLatDeg) <= 90)) {
      throw new IllegalArgumentException("latitudes are -90 to 90");
    }
    if (minLatDeg > maxLatDeg) {
      throw new IllegalArgumentException("the southern edge is not north of the northern one");
    }
  }

  public boolean crossesAntimeridian() {
    return minLonDeg > maxLonDeg;
  }
}
