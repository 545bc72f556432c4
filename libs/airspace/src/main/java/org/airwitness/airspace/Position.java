package org.airwitness.airspace;

/** Point on WGS 84; longitude in [-180, 180], latitude in [-90, 90] degrees. */
public record Position(double lonDeg, double latDeg) {
  public Position {
    if (!(Math.abs(lonDeg) <= 180) || !(Math.abs(latDeg) <= 90)) {
      throw new IllegalArgumentException(
          "position outside lon -180..180, lat -90..90: " + lonDeg + ", " + latDeg);
    }
  }
}
