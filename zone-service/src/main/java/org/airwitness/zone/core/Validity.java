package org.airwitness.zone.core;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/**
 * How long a zone stands, whatever its periods of applicability say.
 *
 * @param from first moment, open when null
 * @param until the moment after the last, open when null
 */
public record Validity(@Nullable Instant from, @Nullable Instant until) {
  public static final Validity ALWAYS = new Validity(null, null);

  public Validity {
    if (from != null && until != null && !from.isBefore(until)) {
      throw new IllegalArgumentException("validUntil is after validFrom");
    }
  }

  /** The zone with its periods cut to this validity; nothing when none of them is left. */
  public Optional<Zone> narrow(Zone zone) {
    if (equals(ALWAYS)) {
      return Optional.of(zone);
    }
    List<Applicability> periods =
        zone.applicability().isEmpty()
            ? List.of(new Applicability(false, from, until, List.of()))
            : zone.applicability().stream().flatMap(period -> narrow(period).stream()).toList();
    return periods.isEmpty() ? Optional.empty() : Optional.of(zone.withApplicability(periods));
  }

  private Optional<Applicability> narrow(Applicability period) {
    Instant start = later(from, period.from());
    boolean permanent = period.permanent() && until == null;
    Instant end = period.permanent() && until != null ? until : earlier(until, period.to());
    boolean nothingLeft = !permanent && start != null && end != null && !start.isBefore(end);
    return nothingLeft
        ? Optional.empty()
        : Optional.of(new Applicability(permanent, start, end, period.schedule()));
  }

  private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other != null && other.isAfter(one) ? other : one;
  }

  private static @Nullable Instant earlier(@Nullable Instant one, @Nullable Instant other) {
    return one == null || other != null && other.isBefore(one) ? other : one;
  }
}
