package org.airwitness.track.rest;

import org.airwitness.tracking.Fix;
import org.airwitness.tracking.HeightReference;
import org.jspecify.annotations.Nullable;

/**
 * Where and how a drone moves, as it claims; members of the object around it.
 *
 * @param heightReference {@code takeoff} or {@code ground}
 */
public record MotionView(
    @Nullable PositionView position,
    Altitudes altitudes,
    @Nullable Double heightM,
    @Nullable String heightReference,
    @Nullable Double speedMps,
    @Nullable Double courseDeg,
    @Nullable Double verticalSpeedMps) {
  private static final MotionView UNKNOWN =
      new MotionView(null, new Altitudes(null, null), null, null, null, null, null);

  /**
   * Altitudes by datum.
   *
   * @param geodeticM above the WGS-84 ellipsoid
   * @param pressureM pressure altitude, 1013.25 hPa
   */
  public record Altitudes(@Nullable Double geodeticM, @Nullable Double pressureM) {}

  static MotionView of(@Nullable Fix fix) {
    if (fix == null) {
      return UNKNOWN;
    }
    HeightReference reference = fix.heightM() == null ? null : fix.heightReference();
    return new MotionView(
        new PositionView(fix.latDeg(), fix.lonDeg()),
        new Altitudes(fix.geodeticAltitudeM(), fix.pressureAltitudeM()),
        fix.heightM(),
        reference == null ? null : TrackView.lower(reference),
        fix.speedMps(),
        fix.courseDeg(),
        fix.verticalSpeedMps());
  }
}
