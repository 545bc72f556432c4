package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Time of day at which a daily period starts or ends. */
public sealed interface DayTime {
  /** The instant on that date. */
  Instant on(LocalDate date);

  /**
   * Time by the clock.
   *
   * @param sinceMidnight local, 0 to 24 hours
   * @param offset fixed offset from UTC; no daylight saving
   */
  record Clock(Duration sinceMidnight, ZoneOffset offset) implements DayTime {
    private static final Duration DAY = Duration.ofHours(24);

    public Clock {
      if (sinceMidnight.isNegative() || sinceMidnight.compareTo(DAY) > 0) {
        throw new IllegalArgumentException("a time of day is 0..24 h: " + sinceMidnight);
      }
    }

    @Override
    public Instant on(LocalDate date) {
      return date.atStartOfDay().toInstant(offset).plus(sinceMidnight);
    }
  }

  /**
   * Time by the sun at a place, on the mean solar day of that date there.
   *
   * @param after shift from the event; negative is before it
   */
  record BySun(SunEvent event, Position place, Duration after) implements DayTime {
    @Override
    public Instant on(LocalDate date) {
      return Sun.time(event, date, place.lonDeg(), place.latDeg()).plus(after);
    }
  }
}
