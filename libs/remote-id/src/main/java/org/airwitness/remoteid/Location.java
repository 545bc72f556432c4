package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * Where an aircraft is and how it moves (ASTM F3411, Location/Vector message, type 1).
 *
 * @param status the declared status
 * @param position the horizontal position, WGS-84
 * @param hourTenths tenths of a second since the last full UTC hour, 0 to 36000; a phase, not a
 *     clock: see {@link HourTime}
 */
public record Location(
    int version,
    @Nullable FlightStatus status,
    @Nullable LatLon position,
    Motion motion,
    Altitudes altitudes,
    Accuracies accuracies,
    @Nullable Integer hourTenths)
    implements Message {

  public Location {
    Ranges.requireVersion(version);
    Ranges.require("hourTenths", hourTenths, 0, Ranges.MAX_HOUR_TENTHS);
  }

  /**
   * How an aircraft moves over ground.
   *
   * @param courseDeg course over ground from true north, 0 up to but not including 360 (360 becomes
   *     0); not the heading
   * @param groundSpeedMps 0 or more; Remote ID cannot say more than 254.25, which means "or more"
   * @param verticalSpeedMps up positive; Remote ID cannot say more than 62 either way, which means
   *     "or more"
   */
  public record Motion(
      @Nullable Double courseDeg,
      @Nullable Double groundSpeedMps,
      @Nullable Double verticalSpeedMps) {

    /** Nothing is known of the motion. */
    public static final Motion UNKNOWN = new Motion(null, null, null);

    public Motion {
      Ranges.require("courseDeg", courseDeg, 0, 360);
      Ranges.require("groundSpeedMps", groundSpeedMps, 0, Double.MAX_VALUE);
      Ranges.require("verticalSpeedMps", verticalSpeedMps, -Double.MAX_VALUE, Double.MAX_VALUE);
      if (courseDeg != null && courseDeg == 360) {
        courseDeg = 0.0;
      }
    }
  }

  /**
   * How high an aircraft is, by three references that must not be mixed; each -999.5 to 31767.5.
   *
   * @param pressureAltitudeM above the 1013.25 hPa surface
   * @param geodeticAltitudeM above the WGS-84 ellipsoid
   * @param heightM above what {@code heightReference} names; may be negative
   * @param heightReference {@code null} only for a reserved code
   */
  public record Altitudes(
      @Nullable Double pressureAltitudeM,
      @Nullable Double geodeticAltitudeM,
      @Nullable Double heightM,
      @Nullable HeightReference heightReference) {

    /** No altitude is known. */
    public static final Altitudes UNKNOWN =
        new Altitudes(null, null, null, HeightReference.TAKEOFF);

    public Altitudes {
      Ranges.requireAltitude("pressureAltitudeM", pressureAltitudeM);
      Ranges.requireAltitude("geodeticAltitudeM", geodeticAltitudeM);
      Ranges.requireAltitude("heightM", heightM);
    }
  }

  /**
   * How far the values may be off, each {@code null} only for a reserved code.
   *
   * @param timeS accuracy of the time, 0.1 to 1.5 s, {@code null} if unknown
   */
  public record Accuracies(
      @Nullable HorizontalAccuracy horizontal,
      @Nullable VerticalAccuracy vertical,
      @Nullable VerticalAccuracy pressureAltitude,
      @Nullable SpeedAccuracy speed,
      @Nullable Double timeS) {

    /** No accuracy is known. */
    public static final Accuracies UNKNOWN =
        new Accuracies(
            HorizontalAccuracy.UNKNOWN,
            VerticalAccuracy.UNKNOWN,
            VerticalAccuracy.UNKNOWN,
            SpeedAccuracy.UNKNOWN,
            null);

    public Accuracies {
      Ranges.require("timeS", timeS, Ranges.MIN_TIME_ACCURACY_S, Ranges.MAX_TIME_ACCURACY_S);
    }
  }
}
