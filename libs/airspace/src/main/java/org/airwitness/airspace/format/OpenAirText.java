package org.airwitness.airspace.format;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Coordinates as OpenAir writes them: latitude, then longitude, sexagesimal. */
final class OpenAirText {
  private static final String PARTS =
      "(\\d{1,3}):(\\d{1,2}(?:\\.\\d*)?)(?::(\\d{1,2}(?:\\.\\d*)?))?";
  private static final Pattern WITH_COLONS =
      Pattern.compile(PARTS + "\\s*([NS])\\s*" + PARTS + "\\s*([EW])");
  private static final Pattern COMPACT =
      Pattern.compile(
          "(\\d{2})(\\d{2})(\\d{2}(?:\\.\\d*)?)\\s*([NS])\\s*"
              + "(\\d{3})(\\d{2})(\\d{2}(?:\\.\\d*)?)\\s*([EW])");
  private static final double SIXTY = 60;

  private OpenAirText() {}

  /** The point, or nothing after reporting what is wrong with it. */
  static Optional<Point> point(String published, Place at) {
    String text = published.strip().toUpperCase(Locale.ROOT);
    Matcher matcher = WITH_COLONS.matcher(text);
    if (!matcher.matches()) {
      matcher = COMPACT.matcher(text);
    }
    if (!matcher.matches()) {
      at.warn(
          "OA_COORD", "\"" + published.strip() + "\" is no point such as 52:24:38 N 013:07:46 E");
      return Optional.empty();
    }
    Optional<Double> lat = degrees(matcher, 1, "S", at);
    Optional<Double> lon = degrees(matcher, 5, "W", at);
    return lat.flatMap(latDeg -> lon.map(lonDeg -> new Point(lonDeg, latDeg)))
        .filter(point -> inRange(point, at));
  }

  private static boolean inRange(Point point, Place at) {
    boolean inRange = Math.abs(point.latDeg()) <= 90 && Math.abs(point.lonDeg()) <= 180;
    if (!inRange) {
      at.warn("OA_COORD", "latitude must be in 0..90, longitude in 0..180; point left out");
    }
    return inRange;
  }

  private static Optional<Double> degrees(Matcher matcher, int group, String negative, Place at) {
    double degrees = Double.parseDouble(matcher.group(group));
    double minutes = Double.parseDouble(matcher.group(group + 1));
    String secondsText = matcher.group(group + 2);
    double seconds = secondsText == null ? 0 : Double.parseDouble(secondsText);
    if (minutes > SIXTY || seconds > SIXTY) {
      at.warn("OA_COORD", "minutes and seconds are below 60; point left out");
      return Optional.empty();
    }
    if (minutes == SIXTY || seconds == SIXTY) {
      at.info("OA_SIXTY", "60 minutes or seconds carried over");
    }
    double value = degrees + minutes / SIXTY + seconds / (SIXTY * SIXTY);
    return Optional.of(matcher.group(group + 3).equals(negative) ? -value : value);
  }
}
