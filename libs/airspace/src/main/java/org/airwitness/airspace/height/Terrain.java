package org.airwitness.airspace.height;

/** Height of the ground. */
public interface Terrain {
  /** Metres above mean sea level (EGM96), NaN when unknown; neither blocks nor allocates. */
  double heightM(double lonDeg, double latDeg);

  /** How far the heights may be off, metres. */
  double uncertaintyM();
}
