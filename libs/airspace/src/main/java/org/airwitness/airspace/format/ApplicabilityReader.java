package org.airwitness.airspace.format;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.SunEvent;
import org.airwitness.airspace.format.SourceProfile.PermanentDates;
import org.airwitness.airspace.format.TimeText.DateTime;
import org.airwitness.airspace.format.TimeText.TimeOfDay;
import org.jspecify.annotations.Nullable;

/**
 * Reader of the {@code applicability} of ED-269 and the {@code limitedApplicability} of ED-318:
 * windows and weekly schedules.
 *
 * <p>A schedule that cannot be read is left out, so that the zone applies during its whole window.
 */
final class ApplicabilityReader {
  private static final DayTime.Clock DAY_START = new DayTime.Clock(Duration.ZERO, ZoneOffset.UTC);
  private static final DayTime.Clock DAY_END =
      new DayTime.Clock(Duration.ofHours(24), ZoneOffset.UTC);

  private final Position place;
  private final PermanentDates permanentDates;

  /**
   * Reader for one zone.
   *
   * @param place where sunrise and sunset are taken
   */
  ApplicabilityReader(Position place, PermanentDates permanentDates) {
    this.place = place;
    this.permanentDates = permanentDates;
  }

  /**
   * The readable periods, none for "always"; nothing at all when there are periods and none of them
   * can be read.
   */
  Optional<List<Applicability>> read(JsonAt applicability) {
    List<JsonAt> items = applicability.items();
    List<Applicability> periods = new ArrayList<>();
    items.forEach(item -> period(item).ifPresent(periods::add));
    return periods.isEmpty() && !items.isEmpty() ? Optional.empty() : Optional.of(periods);
  }

  private Optional<Applicability> period(JsonAt period) {
    if (!period.node().isObject()) {
      period.error("FIELD_SHAPE", "a period is an object with permanent, startDateTime, …");
      return Optional.empty();
    }
    JsonAt start = period.member("startDateTime");
    JsonAt end = period.member("endDateTime");
    Optional<DateTime> from = dateTime(start);
    Optional<DateTime> to = dateTime(end);
    if ((start.text() != null && from.isEmpty()) || (end.text() != null && to.isEmpty())) {
      return Optional.empty();
    }
    List<DailyPeriod> schedule = schedule(period.memberOrAlias("schedule", "dailyPeriod"));
    boolean dated = from.isPresent() || to.isPresent();
    boolean permanent = permanent(period, dated || !schedule.isEmpty());
    boolean validity = permanent && permanentDates == PermanentDates.VALIDITY;
    Applicability read =
        new Applicability(
            dated ? validity : permanent || schedule.isEmpty(),
            from.map(DateTime::asStart).orElse(null),
            to.map(DateTime::asEnd).orElse(null),
            schedule);
    report(period, read, permanent, dated);
    return Optional.of(read);
  }

  private static void report(JsonAt period, Applicability read, boolean permanent, boolean dated) {
    if (permanent && dated) {
      period.info("TIME_PERMANENT_DATES", "permanent with dates: the end is not enforced");
    }
    if (permanent && !read.schedule().isEmpty()) {
      period.info("TIME_PERMANENT_SCHEDULE", "permanent with a schedule: the schedule applies");
    }
    if (!permanent && !dated && read.schedule().isEmpty()) {
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
  private List<DailyPeriod> schedule(JsonAt schedule) {
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

  private Optional<DailyPeriod> dailyPeriod(JsonAt item) {
    Optional<DayTime> start =
        edge(item.member("startTime"), item.member("startEvent"), TimeOfDay::start, DAY_START);
    Optional<DayTime> end =
        edge(item.member("endTime"), item.member("endEvent"), TimeOfDay::end, null);
    Optional<Set<DayOfWeek>> days = days(item.member("day"));
    boolean openEnd =
        item.member("endTime").text() == null && item.member("endEvent").text() == null;
    if (start.isEmpty() || days.isEmpty() || (end.isEmpty() && !openEnd)) {
      return Optional.empty();
    }
    DailyPeriod period =
        new DailyPeriod(days.get(), start.get(), end.orElseGet(() -> endOfDay(start.get())));
    if (period.start().equals(period.end()) && period.start() instanceof DayTime.Clock) {
      item.info("TIME_EQUAL", "start and end are equal: 24 hours");
    }
    return Optional.of(period);
  }

  /** Midnight where the start is counted. */
  private static DayTime endOfDay(DayTime start) {
    return switch (start) {
      case DayTime.Clock clock -> new DayTime.Clock(DAY_END.sinceMidnight(), clock.offset());
      case DayTime.BySun _ -> DAY_END;
    };
  }

  /** Start or end of a daily period; nothing when unreadable, or absent without a default. */
  private Optional<DayTime> edge(
      JsonAt time,
      JsonAt event,
      Function<TimeOfDay, DayTime.Clock> clock,
      DayTime.@Nullable Clock absent) {
    if (event.text() != null) {
      return sunEvent(event);
    }
    if (time.text() == null) {
      return Optional.ofNullable(absent);
    }
    return timeOfDay(time).map(clock);
  }

  private Optional<DayTime> sunEvent(JsonAt member) {
    Optional<SunEvent> event = ZoneText.find(SunEvent.class, String.valueOf(member.text()));
    if (event.isEmpty()) {
      member.error(
          "ENUM_UNKNOWN",
          "%s is none of %s: the schedule is ignored"
              .formatted(member.excerpt(), Arrays.toString(SunEvent.values())));
    }
    return event.map(known -> new DayTime.BySun(known, place, Duration.ZERO));
  }

  private static Optional<TimeOfDay> timeOfDay(JsonAt member) {
    String text = String.valueOf(member.text());
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
      Set<DayOfWeek> named = Weekdays.named(String.valueOf(item.text()));
      if (named.isEmpty()) {
        item.error("ENUM_UNKNOWN", "not MON … SUN or ANY: the schedule is ignored");
        return Optional.empty();
      }
      days.addAll(named);
    }
    return Optional.of(days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : days);
  }
}
