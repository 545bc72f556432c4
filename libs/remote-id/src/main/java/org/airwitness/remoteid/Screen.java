package org.airwitness.remoteid;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns claimed values into legal ones: a legal value passes, the standard's code for "unknown"
 * becomes {@code null}, anything else becomes {@code null} and a {@link Finding}.
 *
 * <p>Decoders of bytes and mappers of receiver feeds share it, so that a value means the same
 * whichever way it came. Values are in the units of the records and use the sentinels of ASTM
 * F3411: course 361, ground speed 255, vertical speed 63, altitude -1000, time 65535, position (0,
 * 0). Nothing here throws on a value.
 */
public final class Screen {
  private static final double TOLERANCE = 0.01;
  private static final double UNKNOWN_COURSE_DEG = 361;
  private static final double UNKNOWN_GROUND_SPEED_MPS = 255;
  private static final double UNKNOWN_VERTICAL_SPEED_MPS = 63;
  private static final double UNKNOWN_ALTITUDE_M = -1000;
  private static final int UNKNOWN_HOUR_TENTHS = 0xFFFF;

  private final int message;
  private final List<Finding> findings;

  /**
   * @param message index the findings carry
   * @param findings receives the findings
   */
  public Screen(int message, List<Finding> findings) {
    this.message = message;
    this.findings = findings;
  }

  /** The position of the aircraft in 1e-7 degrees. */
  public @Nullable LatLon positionE7(int latE7, int lonE7) {
    return positionE7(latE7, lonE7, Field.LATITUDE, Field.LONGITUDE);
  }

  /** The position of the aircraft in degrees. */
  public @Nullable LatLon positionDeg(double latDeg, double lonDeg) {
    return positionDeg(latDeg, lonDeg, Field.LATITUDE, Field.LONGITUDE);
  }

  /** The position of the operator in 1e-7 degrees. */
  public @Nullable LatLon operatorPositionE7(int latE7, int lonE7) {
    return positionE7(latE7, lonE7, Field.OPERATOR_LATITUDE, Field.OPERATOR_LONGITUDE);
  }

  /** The position of the operator in degrees. */
  public @Nullable LatLon operatorPositionDeg(double latDeg, double lonDeg) {
    return positionDeg(latDeg, lonDeg, Field.OPERATOR_LATITUDE, Field.OPERATOR_LONGITUDE);
  }

  /** A position in 1e-7 degrees whose findings carry the given fields. */
  public @Nullable LatLon positionE7(long latE7, long lonE7, Field latField, Field lonField) {
    if (latE7 == 0 && lonE7 == 0) {
      return null;
    }
    boolean latLegal = legal(latE7, Ranges.MAX_LATITUDE_E7, latField, Reason.LATITUDE_RANGE);
    boolean lonLegal = legal(lonE7, Ranges.MAX_LONGITUDE_E7, lonField, Reason.LONGITUDE_RANGE);
    return latLegal && lonLegal ? new LatLon((int) latE7, (int) lonE7) : null;
  }

  private @Nullable LatLon positionDeg(
      double latDeg, double lonDeg, Field latField, Field lonField) {
    boolean latLegal = legal(latDeg, 90, latField, Reason.LATITUDE_RANGE);
    boolean lonLegal = legal(lonDeg, 180, lonField, Reason.LONGITUDE_RANGE);
    if (!latLegal || !lonLegal) {
      return null;
    }
    int latE7 = (int) Math.round(latDeg * 1e7);
    int lonE7 = (int) Math.round(lonDeg * 1e7);
    return positionE7(latE7, lonE7, latField, lonField);
  }

  private boolean legal(double value, double max, Field field, Reason reason) {
    if (Math.abs(value) <= max) {
      return true;
    }
    report(reason, field, value);
    return false;
  }

  /** The course over ground in degrees from true north; 360 becomes 0. */
  public @Nullable Double courseDeg(double claimedDeg) {
    if (near(claimedDeg, UNKNOWN_COURSE_DEG)) {
      return null;
    }
    if (claimedDeg == 360) {
      return 0.0;
    }
    return within(claimedDeg, 0, Math.nextDown(360.0), Field.COURSE, Reason.DIRECTION_RANGE, 1);
  }

  /** The ground speed. */
  public @Nullable Double groundSpeedMps(double claimedMps) {
    if (near(claimedMps, UNKNOWN_GROUND_SPEED_MPS)) {
      return null;
    }
    return within(
        claimedMps,
        0,
        Ranges.MAX_GROUND_SPEED_MPS,
        Field.GROUND_SPEED,
        Reason.GROUND_SPEED_RANGE,
        1);
  }

  /** The vertical speed, up positive. */
  public @Nullable Double verticalSpeedMps(double claimedMps) {
    return verticalSpeedMps(claimedMps, 1);
  }

  @Nullable Double verticalSpeedMps(double claimedMps, double unit) {
    if (near(claimedMps, UNKNOWN_VERTICAL_SPEED_MPS)) {
      return null;
    }
    return within(
        claimedMps,
        -Ranges.MAX_VERTICAL_SPEED_MPS,
        Ranges.MAX_VERTICAL_SPEED_MPS,
        Field.VERTICAL_SPEED,
        Reason.VERTICAL_SPEED_RANGE,
        unit);
  }

  /** An altitude or height in metres; its reference is that of the field. */
  public @Nullable Double altitudeM(Field field, double claimedM) {
    if (near(claimedM, UNKNOWN_ALTITUDE_M)) {
      return null;
    }
    return within(
        claimedM, Ranges.MIN_ALTITUDE_M, Ranges.MAX_ALTITUDE_M, field, Reason.ALTITUDE_RANGE, 1);
  }

  /** The time in tenths of a second since the last full UTC hour. */
  public @Nullable Integer hourTenths(int claimedTenths) {
    if (claimedTenths == UNKNOWN_HOUR_TENTHS) {
      return null;
    }
    if (claimedTenths >= 0 && claimedTenths <= Ranges.MAX_HOUR_TENTHS) {
      return claimedTenths;
    }
    report(Reason.TIME_RANGE, Field.TIME, claimedTenths);
    return null;
  }

  /** The time in seconds since the last full UTC hour, as tenths. */
  public @Nullable Integer hourTenthsOfSeconds(double claimedS) {
    if (near(claimedS, UNKNOWN_HOUR_TENTHS)) {
      return null;
    }
    if (claimedS >= 0 && claimedS <= Ranges.MAX_HOUR_TENTHS / 10.0) {
      return (int) Math.round(claimedS * 10);
    }
    report(Reason.TIME_RANGE, Field.TIME, claimedS);
    return null;
  }

  /** The time accuracy in seconds from its code, 1 to 15 tenths. */
  public @Nullable Double timeAccuracyS(int code) {
    if (code == 0) {
      return null;
    }
    if (code >= 1 && code <= 15) {
      return code / 10.0;
    }
    report(Reason.RESERVED_ENUM, Field.TIME_ACCURACY, code);
    return null;
  }

  /** An absolute time from seconds since 2019-01-01T00:00:00Z, 0 meaning unknown. */
  public @Nullable Instant time(long secondsSince2019) {
    if (secondsSince2019 == 0) {
      return null;
    }
    if (secondsSince2019 > 0 && secondsSince2019 <= RemoteIdEpoch.MAX_SECONDS) {
      return RemoteIdEpoch.instant(secondsSince2019);
    }
    report(Reason.TIME_RANGE, Field.TIME, (double) secondsSince2019);
    return null;
  }

  /** The radius of a group of aircraft, 0 meaning unknown. */
  public @Nullable Integer areaRadiusM(int claimedM) {
    if (claimedM >= 0 && claimedM <= Ranges.MAX_AREA_RADIUS_M) {
      return claimedM == 0 ? null : claimedM;
    }
    report(Reason.AREA_RADIUS_RANGE, Field.AREA_RADIUS, claimedM);
    return null;
  }

  /** The meaning of a code as its table gave it; no meaning is a finding. */
  public <E> @Nullable E code(Field field, int code, @Nullable E meaning) {
    if (meaning == null) {
      report(Reason.RESERVED_ENUM, field, code);
    }
    return meaning;
  }

  /** A text up to its first NUL, without trailing spaces; an empty one is {@code null}. */
  public @Nullable String text(Field field, byte[] bytes, int offset, int maxLength) {
    int length = 0;
    boolean printable = true;
    while (length < maxLength && bytes[offset + length] != 0) {
      printable &= Ranges.isPrintable(bytes[offset + length]);
      length++;
    }
    if (!printable) {
      String hex = HexFormat.of().formatHex(bytes, offset, offset + length);
      findings.add(new Finding(Reason.TEXT_NOT_PRINTABLE, message, field, hex));
      return null;
    }
    while (length > 0 && bytes[offset + length - 1] == ' ') {
      length--;
    }
    return length == 0 ? null : new String(bytes, offset, length, StandardCharsets.US_ASCII);
  }

  /** A text as a feed gives it, cut at its first NUL, without trailing spaces. */
  public @Nullable String text(Field field, String claimed, int maxLength) {
    byte[] bytes = claimed.getBytes(StandardCharsets.UTF_8);
    if (bytes.length > maxLength) {
      findings.add(new Finding(Reason.TEXT_TOO_LONG, message, field, bytes.length + " bytes"));
      return null;
    }
    return text(field, bytes, 0, bytes.length);
  }

  void reserved(byte[] bytes, int offset, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[offset + i] != 0) {
        String hex = HexFormat.of().formatHex(bytes, offset, offset + length);
        findings.add(new Finding(Reason.RESERVED_BYTES, message, Field.RESERVED, hex));
        return;
      }
    }
  }

  /** Records a finding about a value of the wire. */
  public void report(Reason reason, @Nullable Field field, double raw) {
    findings.add(new Finding(reason, message, field, plain(raw)));
  }

  private @Nullable Double within(
      double claimed, double min, double max, Field field, Reason reason, double unit) {
    if (claimed >= min && claimed <= max) {
      return claimed;
    }
    report(reason, field, claimed / unit);
    return null;
  }

  private static boolean near(double value, double sentinel) {
    return Math.abs(value - sentinel) < TOLERANCE;
  }

  private static String plain(double raw) {
    return raw == Math.rint(raw) && Math.abs(raw) < 1e15
        ? Long.toString((long) raw)
        : Double.toString(raw);
  }
}
