package org.airwitness.remoteid.dji;

import java.time.Instant;
import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * Where a DJI aircraft says it is, where its home point is and where its pilot is.
 *
 * <p>A value is {@code null} when the sender's state bits do not vouch for it, whatever its bytes
 * say, and when it is DroneID's "unknown"; illegal ones leave a {@link Finding} too.
 *
 * @param version layout of the body, 1 or 2
 * @param sequence grows by one with each packet of a sender, 0 to 65535, then starts again
 * @param serial DJI's own serial number, 1 to 16 printable ASCII characters; absent in private mode
 * @param position of the aircraft, WGS-84
 * @param homePosition of the home point, WGS-84
 * @param appPosition of the pilot's device, WGS-84; unknown to version 1
 * @param appTime clock of the pilot's device; unknown to version 1; not to be set clocks by
 * @param product number of the model, {@link DjiProducts} names it
 * @param accountId the pilot's account, digits; personal data
 * @param findings everything illegal, none of which concerns the aircraft's own position
 */
public record DjiTelemetry(
    int version,
    int sequence,
    DjiState state,
    @Nullable String serial,
    @Nullable LatLon position,
    Altitudes altitudes,
    Motion motion,
    @Nullable LatLon homePosition,
    @Nullable LatLon appPosition,
    @Nullable Instant appTime,
    int product,
    @Nullable String accountId,
    List<Finding> findings,
    Bytes payload)
    implements DjiDecoded {

  public DjiTelemetry {
    findings = List.copyOf(findings);
  }

  /**
   * How high the aircraft is. References and scale are inferred from captures, not documented:
   * allow 30 m at least and decide nothing on them alone.
   *
   * @param meanSeaLevelM above mean sea level, probably EGM96; whole metres
   * @param takeoffM above the place of take-off; may be negative
   * @param rawAltitude the altitude as sent
   * @param rawHeight the height as sent
   */
  public record Altitudes(
      @Nullable Double meanSeaLevelM, @Nullable Double takeoffM, int rawAltitude, int rawHeight) {}

  /**
   * How the aircraft moves over ground and where its nose points.
   *
   * @param groundSpeedMps 0 to 100
   * @param courseDeg over ground from true north, 0 up to but not including 360; not told below 0.3
   *     m/s
   * @param verticalSpeedMps up positive, -100 to 100
   * @param headingDeg where the nose points, from north, 0 up to but not including 360
   * @param pitchDeg nose up positive; version 1 only
   * @param rollDeg right wing down positive; version 1 only
   */
  public record Motion(
      @Nullable Double groundSpeedMps,
      @Nullable Double courseDeg,
      @Nullable Double verticalSpeedMps,
      @Nullable Double headingDeg,
      @Nullable Double pitchDeg,
      @Nullable Double rollDeg) {}
}
