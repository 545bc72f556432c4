package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The legal ranges of Remote ID values, the single place that knows them, and how to insist. */
public final class Ranges {
  static final double MIN_ALTITUDE_M = -999.5;
  static final double MAX_ALTITUDE_M = 31_767.5;
  static final double MAX_GROUND_SPEED_MPS = 254.25;
  static final double MAX_VERTICAL_SPEED_MPS = 62;
  static final int MAX_LATITUDE_E7 = 900_000_000;
  static final int MAX_LONGITUDE_E7 = 1_800_000_000;
  static final int MAX_HOUR_TENTHS = 36_000;
  static final int MAX_AREA_COUNT = 0xFFFF;
  static final int MAX_AREA_RADIUS_M = 2550;
  static final double MIN_TIME_ACCURACY_S = 0.1;
  static final double MAX_TIME_ACCURACY_S = 1.5;
  static final int MAX_VERSION = 15;
  static final int MAX_PAGE = 15;
  static final int MAX_BYTE = 255;
  static final int ID_CHARS = 20;
  static final int DESCRIPTION_CHARS = 23;

  private Ranges() {}

  /**
   * @throws IllegalArgumentException unless the value is absent or within both limits
   */
  public static void require(String name, @Nullable Double value, double min, double max) {
    if (value != null && !(value >= min && value <= max)) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", was " + value);
    }
  }

  /**
   * @throws IllegalArgumentException unless the value is absent or within both limits
   */
  public static void require(String name, @Nullable Integer value, int min, int max) {
    if (value != null && (value < min || value > max)) {
      throw new IllegalArgumentException(
          name + " must be " + min + " to " + max + ", was " + value);
    }
  }

  static void requireAltitude(String name, @Nullable Double altitudeM) {
    require(name, altitudeM, MIN_ALTITUDE_M, MAX_ALTITUDE_M);
  }

  static void requireVersion(int version) {
    require("version", version, 0, MAX_VERSION);
  }

  /**
   * @throws IllegalArgumentException unless the text is absent or 1 to {@code maxChars} printable
   *     ASCII characters
   */
  public static void requireText(String name, @Nullable String text, int maxChars) {
    if (text == null) {
      return;
    }
    if (text.isEmpty() || text.length() > maxChars || !isPrintable(text)) {
      throw new IllegalArgumentException(
          name + " must be 1 to " + maxChars + " printable ASCII characters, or absent");
    }
  }

  static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!isPrintable(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isPrintable(int character) {
    return character >= 0x20 && character <= 0x7E;
  }
}
