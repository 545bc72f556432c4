package org.airwitness.airspace;

/** Horizontal extent of a volume; its boundary belongs to it. */
public sealed interface Shape permits Circle, Polygon {
  /** True when the point lies inside or on the boundary; longitude in [-180, 180]. */
  boolean contains(double lonDeg, double latDeg);
}
