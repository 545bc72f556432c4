package org.airwitness.airspace.height;

/** Flat ground, metres above mean sea level. */
public record ConstantTerrain(double heightM, double uncertaintyM) implements Terrain {
  public ConstantTerrain {
    if (!Double.isFinite(heightM) || !(uncertaintyM >= 0)) {
      throw new IllegalArgumentException(
          "terrain needs a finite height and an uncertainty from 0 m: "
              + heightM
              + ", "
              + uncertaintyM);
    }
  }

  @Override
  public double heightM(double lonDeg, double latDeg) {
    return heightM;
  }
}
