package org.airwitness.remoteid;

/**
 * A horizontal WGS-84 position in 1e-7 degrees, exactly as Remote ID carries it.
 *
 * <p>The pair (0, 0) is no position: it is the code of "unknown" (ASTM F3411, Location and System
 * messages).
 *
 * @param latE7 latitude, 1e-7 degrees, -900000000 to 900000000
 * @param lonE7 longitude, 1e-7 degrees, -1800000000 to 1800000000
 */
public record LatLon(int latE7, int lonE7) {

  public LatLon {
    Ranges.require("latE7", latE7, -Ranges.MAX_LATITUDE_E7, Ranges.MAX_LATITUDE_E7);
    Ranges.require("lonE7", lonE7, -Ranges.MAX_LONGITUDE_E7, Ranges.MAX_LONGITUDE_E7);
    if (latE7 == 0 && lonE7 == 0) {
      throw new IllegalArgumentException("latitude and longitude both 0 mean an unknown position");
    }
  }

  /**
   * The position nearest to the given degrees.
   *
   * @throws IllegalArgumentException outside -90 to 90 and -180 to 180, or when both round to 0
   */
  public static LatLon ofDegrees(double latDeg, double lonDeg) {
    Ranges.require("latDeg", latDeg, -90, 90);
    Ranges.require("lonDeg", lonDeg, -180, 180);
    return new LatLon((int) Math.round(latDeg * 1e7), (int) Math.round(lonDeg * 1e7));
  }

  public double latDeg() {
    return latE7 / 1e7;
  }

  public double lonDeg() {
    return lonE7 / 1e7;
  }
}
