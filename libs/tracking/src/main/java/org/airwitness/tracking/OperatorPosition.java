package org.airwitness.tracking;

import org.jspecify.annotations.Nullable;

/**
 * Where the remote pilot or the take-off point is. Personal data.
 *
 * @param latDeg latitude, WGS-84 degrees
 * @param lonDeg longitude, WGS-84 degrees
 * @param geodeticAltitudeM above the WGS-84 ellipsoid
 */
public record OperatorPosition(
    double latDeg, double lonDeg, @Nullable Double geodeticAltitudeM, Kind kind) {

  /** What the position stands for (ASTM F3411, System message). */
  public enum Kind {
    UNDECLARED,
    TAKEOFF,
    LIVE_GNSS,
    FIXED
  }
}
