package org.airwitness.airspace.format;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.airspace.DayTime;
import org.jspecify.annotations.Nullable;

/**
 * Reader of date-times and times of day as states write them (EUROCAE ED-269).
 *
 * <p>Accepts hours and minutes with optional seconds and fraction, then {@code Z} or an offset, and
 * the hour 24. Without a zone it is UTC. A published end whose last written field is 59 means the
 * end of that minute.
 */
final class TimeText {
  private static final Pattern DATE_TIME =
      Pattern.compile("(?<date>\\d{4}-\\d{2}-\\d{2})[Tt ](?<time>.+)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<h>\\d{2}):(?<m>\\d{2})(:(?<s>\\d{2})((?<sep>[.:])(?<f>\\d{1,9}))?)?"
              + "(?<zone>[Zz]|[+-]\\d{2}:?\\d{2})?");

  private TimeText() {}

  /**
   * Time of day.
   *
   * @param sinceMidnight local, up to 24 hours
   * @param asEnd the same read as an end
   * @param offset from UTC
   * @param regular false when readable but not in the grammar
   */
  record TimeOfDay(Duration sinceMidnight, Duration asEnd, ZoneOffset offset, boolean regular) {
    DayTime.Clock start() {
      return new DayTime.Clock(sinceMidnight, offset);
    }

    DayTime.Clock end() {
      return new DayTime.Clock(asEnd, offset);
    }
  }

  /** Instant, read as a start and as an end. */
  record DateTime(Instant asStart, Instant asEnd, boolean regular) {}

  static Optional<DateTime> dateTime(String text) {
    Matcher matcher = DATE_TIME.matcher(text.strip());
    return matcher.matches()
        ? timeOfDay(matcher.group("time")).flatMap(time -> on(matcher.group("date"), time))
        : Optional.empty();
  }

  private static Optional<DateTime> on(String date, TimeOfDay time) {
    try {
      Instant midnight = LocalDate.parse(date).atStartOfDay().toInstant(time.offset());
      return Optional.of(
          new DateTime(
              midnight.plus(time.sinceMidnight()), midnight.plus(time.asEnd()), time.regular()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<TimeOfDay> timeOfDay(String text) {
    Matcher matcher = TIME.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int hour = Integer.parseInt(matcher.group("h"));
    int minute = Integer.parseInt(matcher.group("m"));
    String seconds = matcher.group("s");
    int second = seconds == null ? 0 : Integer.parseInt(seconds);
    boolean midnight = hour == 24 && minute == 0 && second == 0;
    if ((hour > 23 && !midnight) || minute > 59 || second > 59) {
      return Optional.empty();
    }
    Duration wholeMinute = Duration.ofHours(hour).plusMinutes(minute);
    Duration exact = wholeMinute.plusSeconds(second).plusMillis(millis(matcher.group("f")));
    boolean lastOfMinute = seconds == null ? minute == 59 : second == 59;
    return offset(matcher.group("zone"))
        .map(offset ->
            new TimeOfDay(
                exact,
                lastOfMinute ? wholeMinute.plusMinutes(1) : exact,
                offset,
                matcher.group("zone") != null && !":".equals(matcher.group("sep"))));
  }

  private static long millis(@Nullable String fraction) {
    return fraction == null ? 0 : Long.parseLong((fraction + "000").substring(0, 3));
  }

  private static Optional<ZoneOffset> offset(@Nullable String zone) {
    try {
      return Optional.of(
          zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone.toUpperCase(Locale.ROOT)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
