package org.airwitness.airspace;

/** Where the height that decided a vertical verdict came from. */
public enum HeightMethod {
  /** Height above ground, as reported. */
  REPORTED_ABOVE_GROUND,
  /** Height above the ellipsoid less the geoid, or above mean sea level, less the terrain. */
  TERRAIN,
  /** Height above ground between the bounds that the site's lowest and highest ground leave. */
  GROUND_BOUNDS,
  /** Height above take-off taken as height above ground; low confidence. */
  ABOVE_TAKEOFF,
  /** Height above the WGS 84 ellipsoid, as reported. */
  ELLIPSOID,
  /** Height above the ellipsoid less the geoid. */
  GEOID,
  /** Height above mean sea level, as reported. */
  REPORTED_ABOVE_SEA,
  /** Pressure altitude corrected by QNH. */
  PRESSURE_QNH,
  /** Height above take-off plus the terrain there; low confidence. */
  TERRAIN_AT_TAKEOFF,
  /** Pressure altitude, 1013.25 hPa. */
  PRESSURE_ALTITUDE,
  /** Height above mean sea level taken as pressure altitude; low confidence. */
  GEOID_AS_PRESSURE,
  /** No height needed: neither limit bounds. */
  NOT_NEEDED,
  /** A height was needed and there was none. */
  NONE
}
