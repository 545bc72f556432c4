package org.airwitness.tracking;

/** What a height above a local surface refers to (ASTM F3411, Location/Vector height type). */
public enum HeightReference {
  TAKEOFF,
  GROUND
}
