package org.airwitness.remoteid.french;

import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.LatLon;
import org.jspecify.annotations.Nullable;

/**
 * What a drone tells by French electronic identification. A {@code null} value was not sent, or was
 * illegal and left a {@link Finding}. It tells neither the time nor where the pilot is.
 *
 * @param protocolVersion 1 so far
 * @param frenchId 30 printable ASCII characters: 3 of the manufacturer, 3 of the model, 24 of the
 *     serial number
 * @param serial serial number by ANSI/CTA-2063-A, as sent: not validated
 * @param position WGS-84, exact to 1e-5 degrees
 * @param altitudeAmslM above mean sea level
 * @param heightM above the place of take-off; may be negative
 * @param takeoffPosition WGS-84, exact to 1e-5 degrees
 * @param groundSpeedMps 0 to 255
 * @param courseDeg over ground from true north, 0 to 359
 * @param strangers records of no known type, kept raw
 */
public record FrenchIdentification(
    @Nullable Integer protocolVersion,
    @Nullable String frenchId,
    @Nullable String serial,
    @Nullable LatLon position,
    @Nullable Integer altitudeAmslM,
    @Nullable Integer heightM,
    @Nullable LatLon takeoffPosition,
    @Nullable Integer groundSpeedMps,
    @Nullable Integer courseDeg,
    List<Stranger> strangers,
    List<Finding> findings,
    Bytes payload)
    implements FrenchDecoded {

  public FrenchIdentification {
    strangers = List.copyOf(strangers);
    findings = List.copyOf(findings);
  }

  /**
   * A record of no known type.
   *
   * @param type 0 to 255
   */
  public record Stranger(int type, Bytes value) {}
}
