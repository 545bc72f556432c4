package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.remoteid.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Refuses DroneID records that a receiver made of encrypted or blank bursts without noticing: what
 * is in them is noise and never a position.
 */
final class DjiChecks {
  private static final double MAX_SPEED_MPS = 100;
  private static final double NOISE = 1e-100;
  private static final int MIN_SERIAL_CHARS = 5;

  private DjiChecks() {}

  /** Returns the serial number, null when it is absent or too short to be one. */
  static @Nullable String serial(@Nullable String text) throws MalformedException {
    if (text == null || text.length() < MIN_SERIAL_CHARS) {
      return null;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7E) {
        throw undecodable(Reason.DJI_SERIAL, "the serial number is not printable");
      }
    }
    return text;
  }

  static void position(@Nullable Double latDeg, @Nullable Double lonDeg) throws MalformedException {
    numbers(latDeg, lonDeg);
    if (latDeg != null && Math.abs(latDeg) > 90 || lonDeg != null && Math.abs(lonDeg) > 180) {
      throw undecodable(Reason.DJI_POSITION, "the position is not on Earth");
    }
  }

  static void speeds(@Nullable Double... speedsMps) throws MalformedException {
    numbers(speedsMps);
    for (Double speedMps : speedsMps) {
      if (speedMps != null && Math.abs(speedMps) > MAX_SPEED_MPS) {
        throw undecodable(Reason.DJI_SPEED, "a speed is above 100 m/s");
      }
    }
  }

  static void content(@Nullable String serial, Draft draft) throws MalformedException {
    if (serial == null && !draft.hasPosition()) {
      throw undecodable(Reason.DJI_NO_CONTENT, "neither serial number nor position");
    }
  }

  private static void numbers(@Nullable Double... values) throws MalformedException {
    for (Double value : values) {
      if (value != null && value != 0 && Math.abs(value) < NOISE) {
        throw new MalformedException(
            RefusalReason.FIELD_RANGE, "DroneID that could not be decoded: a number is noise");
      }
    }
  }

  private static MalformedException undecodable(Reason reason, String detail) {
    return new MalformedException(
        reason.code(), "DroneID that could not be decoded, probably encrypted: " + detail);
  }
}
