package org.airwitness.airspace.format;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.format.TimeText.DateTime;
import org.airwitness.airspace.format.TimeText.TimeOfDay;
import org.jspecify.annotations.Nullable;

/** Reader of the {@code applicability} of ED-269: windows and weekly schedules. */
final class ApplicabilityReader {
  private static final Duration DAY = Duration.ofHours(24);
  private static final TimeOfDay DAY_START =
      new TimeOfDay(Duration.ZERO, Duration.ZERO, ZoneOffset.UTC, true);

  private ApplicabilityReader() {}

  /**
   * The readable periods, none for "always"; nothing at all when there are periods and none of them
   * can be read.
   */
  static Optional<List<Applicability>> read(JsonAt applicability) {
    List<JsonAt> items = applicability.items();
    List<Applicability> periods = new ArrayList<>();
    items.forEach(item -> period(item).ifPresent(periods::add));
    return periods.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(periods);
  }

  private static Optional<Applicability> period(JsonAt period) {
    if (!period.node().isObject()) {
      period.error("FIELD_SHAPE", "a period is an object with permanent, startDateTime, …");
      return Optional.empty();
    }
    JsonAt start = period.member("startDateTime");
    JsonAt end = period.member("endDateTime");
    Optional<DateTime> from = dateTime(start);
    Optional<DateTime> to = dateTime(end);
    if ((start.isPresent() && from.isEmpty()) || (end.isPresent() && to.isEmpty())) {
      return Optional.empty();
    }
    List<DailyPeriod> schedule = schedule(period.memberOrAlias("schedule", "dailyPeriod"));
    boolean dated = from.isPresent() || to.isPresent();
    boolean permanent = permanent(period, dated || !schedule.isEmpty());
    Applicability read =
        new Applicability(
            permanent,
            from.map(DateTime::asStart).orElse(null),
            to.map(DateTime::asEnd).orElse(null),
            schedule);
    report(period, read, dated);
    return Optional.of(read);
  }

  private static void report(JsonAt period, Applicability read, boolean dated) {
    if (read.permanent() && dated) {
      period.info("TIME_PERMANENT_DATES", "permanent with dates: the end is not enforced");
    }
    if (read.permanent() && !read.schedule().isEmpty()) {
      period.info("TIME_PERMANENT_SCHEDULE", "permanent with a schedule: the schedule applies");
    }
    if (!read.permanent() && !dated && read.schedule().isEmpty()) {
      period.warn("TIME_NO_WINDOW", "neither permanent nor dated nor scheduled: always applies");
    }
    Instant from = read.from();
    Instant to = read.to();
    if (from != null && to != null && !from.isBefore(to)) {
      period.error("TIME_ORDER", "starts at " + from + " but ends at " + to + ": never applies");
    }
  }

  private static boolean permanent(JsonAt period, boolean limited) {
    JsonAt member = period.member("permanent");
    String text = member.text();
    if (text == null) {
      return !limited;
    }
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "YES", "TRUE" -> true;
      case "NO", "FALSE" -> false;
      default -> {
        member.warn("ENUM_UNKNOWN", text + " is neither YES nor NO");
        yield !limited;
      }
    };
  }

  private static Optional<DateTime> dateTime(JsonAt member) {
    String text = member.text();
    if (text == null) {
      return Optional.empty();
    }
    Optional<DateTime> read = TimeText.dateTime(text);
    if (read.isEmpty()) {
      member.error("TIME_FORMAT", unreadable(text, "YYYY-MM-DDThh:mm:ssZ"));
    } else if (!read.get().regular()) {
      member.warn("TIME_FORMAT", "irregular, read as " + read.get().asStart());
    }
    return read;
  }

  private static String unreadable(String text, String form) {
    return "\"" + text + "\" is not a time; " + form + " is expected";
  }

  /** Daily periods; none when one is empty or cannot be evaluated, so the whole window applies. */
  private static List<DailyPeriod> schedule(JsonAt schedule) {
    List<DailyPeriod> periods = new ArrayList<>();
    for (JsonAt item : schedule.items()) {
      Optional<DailyPeriod> period = isEmpty(item) ? Optional.empty() : dailyPeriod(item);
      if (period.isEmpty()) {
        return List.of();
      }
      periods.add(period.get());
    }
    return periods;
  }

  private static boolean isEmpty(JsonAt item) {
    return item.member("day").items().isEmpty()
        && Stream.of("startTime", "endTime", "startEvent", "endEvent")
            .noneMatch(name -> item.member(name).isPresent());
  }

  private static Optional<DailyPeriod> dailyPeriod(JsonAt item) {
    if (item.member("startEvent").isPresent() || item.member("endEvent").isPresent()) {
      item.warn("TIME_SUN_EVENT", "sun events are not evaluated: the whole window applies");
      return Optional.empty();
    }
    JsonAt startMember = item.member("startTime");
    JsonAt endMember = item.member("endTime");
    Optional<TimeOfDay> start = timeOfDay(startMember);
    Optional<TimeOfDay> end = timeOfDay(endMember);
    Optional<Set<DayOfWeek>> days = days(item.member("day"));
    if ((start.isEmpty() && startMember.text() != null)
        || (end.isEmpty() && endMember.text() != null)
        || days.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(dailyPeriod(item, days.get(), start.orElse(DAY_START), end.orElse(null)));
  }

  private static DailyPeriod dailyPeriod(
      JsonAt item, Set<DayOfWeek> days, TimeOfDay start, @Nullable TimeOfDay end) {
    Duration length = DAY.minus(start.sinceMidnight());
    if (end != null) {
      int shiftS = end.offset().getTotalSeconds() - start.offset().getTotalSeconds();
      length = end.asEnd().minusSeconds(shiftS).minus(start.sinceMidnight());
    }
    if (length.isZero()) {
      item.info("TIME_EQUAL", "start and end are equal: 24 hours");
    }
    while (!length.isPositive()) {
      length = length.plus(DAY);
    }
    while (length.compareTo(DAY) > 0) {
      length = length.minus(DAY);
    }
    LocalTime from = LocalTime.MIDNIGHT.plus(start.sinceMidnight());
    return new DailyPeriod(days, from, start.offset(), length);
  }

  private static Optional<TimeOfDay> timeOfDay(JsonAt member) {
    String text = member.text();
    if (text == null) {
      return Optional.empty();
    }
    Optional<TimeOfDay> read = TimeText.timeOfDay(text);
    if (read.isEmpty()) {
      member.error("TIME_FORMAT", unreadable(text, "hh:mm:ssZ") + "; the schedule is ignored");
    } else if (!read.get().regular()) {
      member.warn("TIME_FORMAT", "irregular, read as " + read.get().sinceMidnight());
    }
    return read;
  }

  /** Weekdays, all seven when not named; nothing when a name is unknown. */
  private static Optional<Set<DayOfWeek>> days(JsonAt member) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (JsonAt item : member.items()) {
      Set<DayOfWeek> named = day(String.valueOf(item.text()));
      if (named.isEmpty()) {
        item.error("ENUM_UNKNOWN", "not MON … SUN or ANY: the schedule is ignored");
        return Optional.empty();
      }
      days.addAll(named);
    }
    return Optional.of(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days);
  }

  private static Set<DayOfWeek> day(String name) {
    return switch (name.toUpperCase(Locale.ROOT)) {
      case "MON" -> EnumSet.of(DayOfWeek.MONDAY);
      case "TUE" -> EnumSet.of(DayOfWeek.TUESDAY);
      case "WED" -> EnumSet.of(DayOfWeek.WEDNESDAY);
      case "THU" -> EnumSet.of(DayOfWeek.THURSDAY);
      case "FRI" -> EnumSet.of(DayOfWeek.FRIDAY);
      case "SAT" -> EnumSet.of(DayOfWeek.SATURDAY);
      case "SUN" -> EnumSet.of(DayOfWeek.SUNDAY);
      case "ANY" -> EnumSet.allOf(DayOfWeek.class);
      default -> EnumSet.noneOf(DayOfWeek.class);
    };
  }
}
