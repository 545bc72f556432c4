package org.airwitness.airspace.height;

/** Terrain of which nothing is known. */
public enum NoTerrain implements Terrain {
  INSTANCE;

  @Override
  public double heightM(double lonDeg, double latDeg) {
    return Double.NaN;
  }

  @Override
  public double uncertaintyM() {
    return 0;
  }
}
