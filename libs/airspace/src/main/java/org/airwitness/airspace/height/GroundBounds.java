package org.airwitness.airspace.height;

/** Between which heights all ground of a site lies, metres above mean sea level. */
public record GroundBounds(double lowestM, double highestM) {
  public GroundBounds {
    if (!(lowestM <= highestM) || !Double.isFinite(highestM - lowestM)) {
      throw new IllegalArgumentException(
          "the lowest ground is not above the highest: " + lowestM + ", " + highestM);
    }
  }
}
