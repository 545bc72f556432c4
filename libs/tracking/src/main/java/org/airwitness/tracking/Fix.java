package org.airwitness.tracking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a drone claims to be and how it moves at one moment. Absent values are unknown, never zero.
 *
 * @param time event time
 * @param latDeg latitude, WGS-84 degrees, -90 to 90
 * @param lonDeg longitude, WGS-84 degrees, -180 to 180
 * @param geodeticAltitudeM above the WGS-84 ellipsoid
 * @param pressureAltitudeM pressure altitude, 1013.25 hPa
 * @param meanSeaLevelAltitudeM above mean sea level, by whatever geoid the drone uses
 * @param heightM above what {@code heightReference} says
 * @param courseDeg course over ground from true north, 0 to below 360
 * @param verticalSpeedMps up is positive
 * @param horizontalAccuracyM 95 % bound
 * @param verticalAccuracyM 95 % bound of the geodetic altitude
 */
public record Fix(
    Instant time,
    double latDeg,
    double lonDeg,
    @Nullable Double geodeticAltitudeM,
    @Nullable Double pressureAltitudeM,
    @Nullable Double meanSeaLevelAltitudeM,
    @Nullable Double heightM,
    @Nullable HeightReference heightReference,
    @Nullable Double speedMps,
    @Nullable Double courseDeg,
    @Nullable Double verticalSpeedMps,
    @Nullable Double horizontalAccuracyM,
    @Nullable Double verticalAccuracyM) {
  public Fix {
    requireRange("latDeg", latDeg, 90);
    requireRange("lonDeg", lonDeg, 180);
  }

  private static void requireRange(String name, double value, double bound) {
    if (!(Math.abs(value) <= bound)) {
      throw new IllegalArgumentException(
          "%s is a number from -%.0f to %.0f, not %s".formatted(name, bound, bound, value));
    }
  }
}
