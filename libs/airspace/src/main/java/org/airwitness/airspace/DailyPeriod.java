package org.airwitness.airspace;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Daily time span on some weekdays, half-open; it belongs to the day on which it starts.
 *
 * @param days weekdays counted in {@code offset}
 * @param start local start
 * @param offset fixed offset of the start from UTC
 * @param length above zero, at most 24 hours; may run into the next day
 */
public record DailyPeriod(
    Set<DayOfWeek> days, LocalTime start, ZoneOffset offset, Duration length) {
  private static final Duration DAY = Duration.ofHours(24);

  public DailyPeriod {
    days = Set.copyOf(days);
    if (days.isEmpty()) {
      throw new IllegalArgumentException("a daily period names at least one weekday");
    }
    if (!length.isPositive() || length.compareTo(DAY) > 0) {
      throw new IllegalArgumentException("a daily period lasts 0..24 h: " + length);
    }
  }

  /** True when the time lies in the period of its own day or in that of the day before. */
  public boolean covers(Instant time) {
    LocalDate day = time.atOffset(offset).toLocalDate();
    return covers(day, time) || covers(day.minusDays(1), time);
  }

  private boolean covers(LocalDate day, Instant time) {
    if (!days.contains(day.getDayOfWeek())) {
      return false;
    }
    Instant from = day.atTime(start).toInstant(offset);
    return !time.isBefore(from) && time.isBefore(from.plus(length));
  }
}
