package org.airwitness.airspace;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Daily time span on some weekdays, half-open; it belongs to the day on which it starts.
 *
 * <p>An end that is not after the start lies on the next day; two equal times of the clock are 24
 * hours. Two events of the sun that fall together, as in polar day and night, are nothing.
 *
 * @param days weekdays, counted where the start is
 */
public record DailyPeriod(Set<DayOfWeek> days, DayTime start, DayTime end) {
  private static final Duration DAY = Duration.ofHours(24);

  public DailyPeriod {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a daily period names at least one weekday");
    }
  }

  /** True when the time lies in the period of some day. */
  public boolean covers(Instant time) {
    return windows(time, time.plusNanos(1)).stream().anyMatch(window -> window.contains(time));
  }

  /** The windows that reach into a span, whole, by day. */
  List<TimeWindow> windows(Instant from, Instant to) {
    LocalDate last = to.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
    List<TimeWindow> windows = new ArrayList<>();
    for (LocalDate day = from.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(2);
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (days.contains(day.getDayOfWeek())) {
        on(day)
            .filter(window -> window.to().isAfter(from) && window.from().isBefore(to))
            .ifPresent(windows::add);
      }
    }
    return windows;
  }

  private Optional<TimeWindow> on(LocalDate day) {
    Instant from = start.on(day);
    return TimeWindow.between(from, endAfter(from, day));
  }

  private Instant endAfter(Instant from, LocalDate day) {
    return switch (end) {
      case DayTime.Clock clock -> firstAfter(from, clock.on(day));
      case DayTime.BySun sun -> {
        Instant sameDay = sun.on(day);
        boolean nextDay =
            start instanceof DayTime.BySun first
                ? first.event().compareTo(sun.event()) >= 0
                : !sameDay.isAfter(from);
        yield nextDay ? sun.on(day.plusDays(1)) : sameDay;
      }
    };
  }

  /** The time of the clock moved by whole days to lie above 0 and at most 24 hours after. */
  private static Instant firstAfter(Instant from, Instant end) {
    long days = Math.floorDiv(Duration.between(from, end).minusNanos(1).toNanos(), DAY.toNanos());
    return end.minus(DAY.multipliedBy(days));
  }
}
