package org.airwitness.zone.core;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/**
 * Whether a zone applies at some time before or after another; one that a NOTAM activates never.
 */
public final class SomeTime {
  /** A schedule is of weeks and of seasons: what does not come within a year does not come. */
  private static final Duration LONGEST = Duration.ofDays(366);

  private SomeTime() {}

  /** True when the zone applies at that time or at any later one. */
  public static boolean after(Zone zone, Instant time) {
    return applies(
        zone,
        period -> {
          Instant from =
              period.from() == null || period.from().isBefore(time) ? time : period.from();
          return period.schedule().isEmpty()
              ? !period.endedAt(from)
              : !period.windows(from, from.plus(LONGEST)).isEmpty();
        });
  }

  /** True when the zone applies at that time or at any earlier one. */
  public static boolean before(Zone zone, Instant time) {
    return applies(
        zone,
        period -> {
          Instant from = period.from();
          if (from != null && from.isAfter(time)) {
            return false;
          }
          Instant until = time.plusMillis(1);
          return period.schedule().isEmpty()
              || !period.windows(latest(from, until.minus(LONGEST)), until).isEmpty();
        });
  }

  private static Instant latest(@Nullable Instant one, Instant other) {
    return one == null || one.isBefore(other) ? other : one;
  }

  private static boolean applies(Zone zone, Predicate<Applicability> period) {
    return zone.activation() == Activation.BY_DATA
        && (zone.applicability().isEmpty() || zone.applicability().stream().anyMatch(period));
  }
}
