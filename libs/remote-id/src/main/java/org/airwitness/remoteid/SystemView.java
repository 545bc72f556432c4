package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * A System message where it lies, see {@link PackView#system}. Values mean what those of {@link
 * SystemMessage} mean; an absent altitude is {@link Double#NaN}.
 */
public final class SystemView {
  private byte[] bytes = {};
  private int at;

  SystemView() {}

  void move(byte[] source, int offset) {
    bytes = source;
    at = offset;
  }

  public @Nullable Classification classification() {
    return Classification.ofCode(bytes[at + 1] >> 2 & 0x7);
  }

  public @Nullable OperatorLocationType locationType() {
    return OperatorLocationType.ofCode(bytes[at + 1] & 0x3);
  }

  /** Whether the operator has a legal position; only then its coordinates mean something. */
  public boolean hasPosition() {
    return PositionFormat.isPosition(latE7(), lonE7());
  }

  /** Latitude of the operator in 1e-7 degrees. */
  public int latE7() {
    return LittleEndian.i32(bytes, at + 2);
  }

  /** Longitude of the operator in 1e-7 degrees. */
  public int lonE7() {
    return LittleEndian.i32(bytes, at + 6);
  }

  /** Altitude of the operator above the WGS-84 ellipsoid in metres. */
  public double geodeticAltitudeM() {
    return AltitudeFormat.peek(bytes, at + 18);
  }

  /** Aircraft in the group as sent, 0 to 65535; 0 and 1 both mean one. */
  public int areaCount() {
    return LittleEndian.u16(bytes, at + 10);
  }

  /** Radius of the group's area in metres; 0 if unknown. */
  public int areaRadiusM() {
    return LittleEndian.u8(bytes, at + 12) * SystemFormat.RADIUS_STEP_M;
  }

  /** Ceiling of the area above the WGS-84 ellipsoid in metres. */
  public double geodeticCeilingM() {
    return AltitudeFormat.peek(bytes, at + 13);
  }

  /** Floor of the area above the WGS-84 ellipsoid in metres. */
  public double geodeticFloorM() {
    return AltitudeFormat.peek(bytes, at + 15);
  }

  public @Nullable EuCategory category() {
    return EuCategory.ofCode(bytes[at + 17] >> 4 & 0xF);
  }

  public @Nullable EuClass uasClass() {
    return EuClass.ofCode(bytes[at + 17] & 0xF);
  }

  /** When the message was made, in seconds since 1970; 0 if unknown. */
  public long epochSecond() {
    long seconds = LittleEndian.u32(bytes, at + 20);
    return seconds == 0 ? 0 : RemoteIdEpoch.START_S + seconds;
  }
}
