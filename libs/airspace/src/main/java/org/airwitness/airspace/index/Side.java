package org.airwitness.airspace.index;

/** Where a point lies relative to a ring. */
enum Side {
  OUTSIDE,
  EDGE,
  INSIDE
}
