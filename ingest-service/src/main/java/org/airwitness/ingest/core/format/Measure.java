package org.airwitness.ingest.core.format;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A number read from a text such as {@code 5.0 m/s}, {@code <3 m} or {@code 18.52 km}.
 *
 * @param value in the base unit: metres, metres per second; otherwise as written
 */
record Measure(double value) {
  private static final int MAX_CHARS = 64;
  private static final double M_PER_FOOT = 0.3048;
  private static final double MPS_PER_KNOT = 1852.0 / 3600;

  /** Returns the number a text begins with, null when there is none. */
  static @Nullable Measure find(String text) {
    String plain = text.strip().replace('\u2212', '-');
    int start = 0;
    while (start < plain.length() && "<>=~≤≥ ".indexOf(plain.charAt(start)) >= 0) {
      start++;
    }
    int end = start;
    while (end < plain.length() && isPart(plain, end)) {
      end++;
    }
    if (end == start || end - start > MAX_CHARS) {
      return null;
    }
    try {
      double number = Double.parseDouble(plain.substring(start, end));
      return Double.isFinite(number)
          ? new Measure(number * factor(plain.substring(end).strip()))
          : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static boolean isPart(String text, int i) {
    char c = text.charAt(i);
    return c >= '0' && c <= '9' || c == '.' || c == '-' || c == '+';
  }

  private static double factor(String rest) {
    int end = 0;
    while (end < rest.length()
        && (Character.isLetter(rest.charAt(end)) || rest.charAt(end) == '/')) {
      end++;
    }
    return switch (rest.substring(0, end).toLowerCase(Locale.ROOT)) {
      case "km" -> 1000;
      case "ft", "feet" -> M_PER_FOOT;
      case "kt", "kn", "knots" -> MPS_PER_KNOT;
      case "km/h" -> 1 / 3.6;
      default -> 1;
    };
  }
}
