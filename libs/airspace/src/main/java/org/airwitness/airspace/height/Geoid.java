package org.airwitness.airspace.height;

/** Height of mean sea level above the WGS 84 ellipsoid. */
@FunctionalInterface
public interface Geoid {
  /** No geoid: nothing is known above mean sea level. */
  Geoid NONE = (lonDeg, latDeg) -> Double.NaN;

  /**
   * Metres from the ellipsoid up to the geoid, NaN when unknown; neither blocks nor allocates.
   *
   * @param lonDeg longitude in [-180, 180]
   * @param latDeg latitude in [-90, 90]
   */
  double undulationM(double lonDeg, double latDeg);
}
