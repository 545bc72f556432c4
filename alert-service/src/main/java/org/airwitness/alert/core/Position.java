package org.airwitness.alert.core;

/** A place on the WGS-84 ellipsoid, in degrees; north and east are positive. */
public record Position(double latDeg, double lonDeg) {
  public Position {
    if (!(Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180)) {
      throw new IllegalArgumentException(
          "A position has a latitude of -90 to 90 and a longitude of -180 to 180 degrees");
    }
  }
}
