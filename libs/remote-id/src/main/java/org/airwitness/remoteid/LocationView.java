package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * A Location message where it lies, see {@link PackView#location}. Values mean what those of {@link
 * Location} mean; an absent number is {@link Double#NaN}.
 */
public final class LocationView {
  private byte[] bytes = {};
  private int at;

  LocationView() {}

  void move(byte[] source, int offset) {
    bytes = source;
    at = offset;
  }

  public @Nullable FlightStatus status() {
    return FlightStatus.ofCode(head() >> 4);
  }

  /** Whether there is a legal position; only then its coordinates mean something. */
  public boolean hasPosition() {
    return PositionFormat.isPosition(latE7(), lonE7());
  }

  /** Latitude in 1e-7 degrees. */
  public int latE7() {
    return LittleEndian.i32(bytes, at + 5);
  }

  /** Longitude in 1e-7 degrees. */
  public int lonE7() {
    return LittleEndian.i32(bytes, at + 9);
  }

  /** Course over ground in degrees from true north. */
  public double courseDeg() {
    int raw = LittleEndian.u8(bytes, at + 2);
    int deg = (head() & LocationFormat.EAST_WEST_BIT) == 0 ? raw : raw + 180;
    return deg < 360 ? deg : deg == 360 ? 0 : Double.NaN;
  }

  /** Ground speed in metres per second. */
  public double groundSpeedMps() {
    int raw = LittleEndian.u8(bytes, at + 3);
    if ((head() & LocationFormat.MULTIPLIER_BIT) == 0) {
      return raw * LocationFormat.LOW_SPEED_STEP_MPS;
    }
    return raw == LocationFormat.UNKNOWN_SPEED
        ? Double.NaN
        : raw * LocationFormat.HIGH_SPEED_STEP_MPS + LocationFormat.HIGH_SPEED_START_MPS;
  }

  /** Vertical speed in metres per second, up positive. */
  public double verticalSpeedMps() {
    double mps = bytes[at + 4] * LocationFormat.VERTICAL_SPEED_STEP_MPS;
    return Math.abs(mps) <= Ranges.MAX_VERTICAL_SPEED_MPS ? mps : Double.NaN;
  }

  /** Altitude above the 1013.25 hPa surface in metres. */
  public double pressureAltitudeM() {
    return AltitudeFormat.peek(bytes, at + 13);
  }

  /** Altitude above the WGS-84 ellipsoid in metres. */
  public double geodeticAltitudeM() {
    return AltitudeFormat.peek(bytes, at + 15);
  }

  /** Height in metres above what {@link #heightReference()} names. */
  public double heightM() {
    return AltitudeFormat.peek(bytes, at + 17);
  }

  public HeightReference heightReference() {
    return (head() & LocationFormat.HEIGHT_TYPE_BIT) == 0
        ? HeightReference.TAKEOFF
        : HeightReference.GROUND;
  }

  public @Nullable HorizontalAccuracy horizontalAccuracy() {
    return HorizontalAccuracy.ofCode(bytes[at + 19] & 0xF);
  }

  public @Nullable VerticalAccuracy verticalAccuracy() {
    return VerticalAccuracy.ofCode(bytes[at + 19] >> 4 & 0xF);
  }

  public @Nullable VerticalAccuracy pressureAltitudeAccuracy() {
    return VerticalAccuracy.ofCode(bytes[at + 20] >> 4 & 0xF);
  }

  public @Nullable SpeedAccuracy speedAccuracy() {
    return SpeedAccuracy.ofCode(bytes[at + 20] & 0xF);
  }

  /** Accuracy of the time in tenths of a second, 1 to 15; 0 if unknown. */
  public int timeAccuracyTenths() {
    return bytes[at + 23] & 0xF;
  }

  /** Tenths of a second since the last full UTC hour, 0 to 36000; -1 if absent. */
  public int hourTenths() {
    int tenths = LittleEndian.u16(bytes, at + 21);
    return tenths <= Ranges.MAX_HOUR_TENTHS ? tenths : -1;
  }

  private int head() {
    return LittleEndian.u8(bytes, at + 1);
  }
}
