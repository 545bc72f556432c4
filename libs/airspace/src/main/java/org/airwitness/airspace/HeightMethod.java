package org.airwitness.airspace;

/** Where the height that decided a vertical verdict came from. */
public enum HeightMethod {
  /** Height above ground, as reported. */
  REPORTED_ABOVE_GROUND,
  /** Height above take-off taken as height above ground; low confidence. */
  ABOVE_TAKEOFF,
  /** Height above the WGS 84 ellipsoid, as reported. */
  ELLIPSOID,
  /** Pressure altitude, 1013.25 hPa. */
  PRESSURE_ALTITUDE,
  /** No height needed: neither limit bounds. */
  NOT_NEEDED,
  /** A height was needed and there was none. */
  NONE
}
