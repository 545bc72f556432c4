package org.airwitness.remoteid;

import java.time.Instant;

/**
 * What an aircraft that does not exist says of itself, for demonstrations, loads and checks: a
 * small multirotor with a good receiver, in the words of ASTM F3411-22a.
 */
public final class SimulatedMessages {
  /** The protocol version of ASTM F3411-22a. */
  public static final int VERSION = 2;

  private SimulatedMessages() {}

  /**
   * Its Basic ID.
   *
   * @param serial serial number after ANSI/CTA-2063-A, at most 20 characters of ASCII
   */
  public static BasicId basicId(String serial) {
    return new BasicId(
        VERSION, IdType.SERIAL_NUMBER, UaType.HELICOPTER_OR_MULTIROTOR, new UasId.Text(serial));
  }

  /**
   * Its Location in flight.
   *
   * @param position WGS-84
   * @param geodeticAltitudeM above the WGS-84 ellipsoid
   * @param heightM above take-off
   */
  public static Location location(
      LatLon position,
      Location.Motion motion,
      double geodeticAltitudeM,
      double heightM,
      Instant measured) {
    return new Location(
        VERSION,
        FlightStatus.AIRBORNE,
        position,
        motion,
        new Location.Altitudes(null, geodeticAltitudeM, heightM, HeightReference.TAKEOFF),
        new Location.Accuracies(
            HorizontalAccuracy.BELOW_3_M,
            VerticalAccuracy.BELOW_10_M,
            VerticalAccuracy.UNKNOWN,
            SpeedAccuracy.BELOW_1_MPS,
            0.1),
        HourTime.tenths(measured));
  }
}
