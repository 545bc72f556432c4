package org.airwitness.airspace.format;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.SunEvent;
import org.jspecify.annotations.Nullable;

/**
 * When an AIXM airspace applies: its valid time, and within it the time sheets of its activations.
 *
 * @param periods alternatives, none for always
 */
record AixmActivation(Activation activation, List<Applicability> periods) {
  private static final Set<String> ACTIVE = Set.of("ACTIVE", "IN_USE");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofHours(24);
  private static final Pattern TIME = Pattern.compile("(\\d{2}):(\\d{2})");
  private static final Pattern OFFSET = Pattern.compile("UTC(?:([+-]\\d{1,2}))?");
  private static final int DAYS = 7;

  /** Reads a slice; nothing after reporting that its valid time is over before it begins. */
  static Optional<AixmActivation> read(XmlAt slice, Position place, ZoneReading reading) {
    Instant from = instant(slice, "beginPosition");
    Instant to = instant(slice, "endPosition");
    if (from != null && to != null && !from.isBefore(to)) {
      slice.place().error("TIME_ORDER", "starts at " + from + " but ends at " + to);
      return Optional.empty();
    }
    List<XmlAt> activations =
        slice.children("activation").stream()
            .flatMap(holder -> holder.children("AirspaceActivation").stream())
            .toList();
    List<XmlAt> active =
        activations.stream()
            .filter(a -> ACTIVE.contains(Objects.requireNonNullElse(a.text("status"), "")))
            .toList();
    if (active.isEmpty() && !activations.isEmpty()) {
      slice.place().info("TIME_BY_NOTAM", "activated by NOTAM");
      return Optional.of(new AixmActivation(reading.byNotam(), window(from, to, List.of())));
    }
    return Optional.of(scheduled(from, to, active, new Sheets(slice.place(), place), reading));
  }

  private static AixmActivation scheduled(
      @Nullable Instant from,
      @Nullable Instant to,
      List<XmlAt> active,
      Sheets sheets,
      ZoneReading reading) {
    List<XmlAt> published =
        active.stream()
            .flatMap(activation -> activation.children("timeInterval").stream())
            .flatMap(interval -> interval.children("Timesheet").stream())
            .toList();
    boolean wholeTime =
        published.isEmpty()
            || active.stream()
                .anyMatch(activation -> activation.children("timeInterval").isEmpty());
    List<DailyPeriod> schedule =
        published.stream().flatMap(sheet -> sheets.read(sheet).stream()).toList();
    if (wholeTime) {
      return new AixmActivation(Activation.BY_DATA, window(from, to, List.of()));
    }
    return schedule.isEmpty()
        ? new AixmActivation(reading.byNotam(), window(from, to, List.of()))
        : new AixmActivation(Activation.BY_DATA, window(from, to, schedule));
  }

  private static List<Applicability> window(
      @Nullable Instant from, @Nullable Instant to, List<DailyPeriod> schedule) {
    return from == null && to == null && schedule.isEmpty()
        ? List.of()
        : List.of(new Applicability(false, from, to, schedule));
  }

  private static @Nullable Instant instant(XmlAt slice, String position) {
    String text = slice.text("validTime", "TimePeriod", position);
    String published = text == null ? slice.text("featureLifetime", "TimePeriod", position) : text;
    if (published == null) {
      return null;
    }
    Optional<Instant> read = TimeText.dateTime(published).map(TimeText.DateTime::asStart);
    if (read.isEmpty()) {
      slice.place().warn("TIME_FORMAT", "\"" + published + "\" is not a time: open on that side");
    }
    return read.orElse(null);
  }

  /** Reader of time sheets at one place. */
  private record Sheets(Place at, Position place) {
    /** The period of a sheet; nothing when it needs a calendar or cannot be read. */
    Optional<DailyPeriod> read(XmlAt sheet) {
      Set<DayOfWeek> days = days(sheet);
      Matcher offset =
          OFFSET.matcher(Objects.requireNonNullElse(sheet.text("timeReference"), "UTC"));
      if (days.isEmpty() || !offset.matches() || "YES".equals(sheet.text("excluded"))) {
        at.warn(
            "TIME_CALENDAR", "a time sheet that needs a calendar, or excludes, is not evaluated");
        return Optional.empty();
      }
      int hours = offset.group(1) == null ? 0 : Integer.parseInt(offset.group(1));
      ZoneOffset zone = ZoneOffset.ofHours(Math.clamp(hours, -18, 18));
      boolean summer = "YES".equals(sheet.text("daylightSavingAdjust"));
      if (summer) {
        at.warn(
            "TIME_CALENDAR", "daylight saving is not evaluated: the hour before counts as well");
      }
      DayTime start = edge(sheet, "start", zone, Duration.ZERO, summer ? HOUR : Duration.ZERO);
      DayTime end = edge(sheet, "end", zone, DAY, Duration.ZERO);
      return Optional.of(new DailyPeriod(days, start, end));
    }

    /** Days from the first to the last one named; none for codes such as HOL. */
    private static Set<DayOfWeek> days(XmlAt sheet) {
      Set<DayOfWeek> first = Weekdays.named(Objects.requireNonNullElse(sheet.text("day"), "ANY"));
      String lastName = sheet.text("dayTil");
      Set<DayOfWeek> last = lastName == null ? first : Weekdays.named(lastName);
      if (first.size() != 1 || last.size() != 1) {
        return last.isEmpty() ? last : first;
      }
      DayOfWeek from = first.iterator().next();
      int span = Math.floorMod(last.iterator().next().getValue() - from.getValue(), DAYS);
      Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
      for (int i = 0; i <= span; i++) {
        days.add(from.plus(i));
      }
      return days;
    }

    private DayTime edge(
        XmlAt sheet, String side, ZoneOffset zone, Duration absent, Duration earlier) {
      Optional<SunEvent> event =
          ZoneText.find(SunEvent.class, Objects.requireNonNullElse(sheet.text(side + "Event"), ""));
      if (event.isPresent()) {
        double minutes = sheet.number(side + "TimeRelativeEvent").orElse(0);
        return new DayTime.BySun(event.get(), place, Duration.ofMinutes((long) minutes));
      }
      Matcher time = TIME.matcher(Objects.requireNonNullElse(sheet.text(side + "Time"), ""));
      Duration since =
          time.matches()
              ? Duration.ofHours(Integer.parseInt(time.group(1)))
                  .plusMinutes(Integer.parseInt(time.group(2)))
              : absent;
      Duration known = since.compareTo(DAY) > 0 ? absent : since;
      Duration shifted = known.minus(earlier);
      return new DayTime.Clock(shifted.isNegative() ? Duration.ZERO : shifted, zone);
    }
  }
}
