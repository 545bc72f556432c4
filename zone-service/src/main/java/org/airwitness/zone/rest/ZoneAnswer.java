package org.airwitness.zone.rest;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.HeightMethod;
import org.airwitness.airspace.Reason;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Verdict;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.VerticalVerdict;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/**
 * What the zones above, at and below a place say of it.
 *
 * @param time that was asked for
 * @param inside whether any zone but those without restriction holds the place at that time
 * @param zones those whose outline holds the place: the ones it is inside of first, then the
 *     strictest
 */
record ZoneAnswer(Instant time, boolean inside, List<Entry> zones) {

  /**
   * One zone.
   *
   * @param inside the zone applies then, and the height does not rule it out
   * @param active whether the zone applies then
   * @param vertical whether the height lies between its limits; UNKNOWN when a height that is
   *     needed is missing
   * @param heightMethod source of the height that decided
   * @param marginal whether the vertical verdict would change within the uncertainty of the height
   */
  record Entry(
      UUID id,
      String name,
      Restriction restriction,
      List<Reason> reasons,
      @Nullable String message,
      boolean inside,
      boolean active,
      VerticalVerdict vertical,
      HeightMethod heightMethod,
      boolean marginal) {

    private static Entry of(Verdict verdict) {
      Zone zone = verdict.zone();
      return new Entry(
          zone.id(),
          zone.name(),
          zone.restriction(),
          zone.reasons(),
          zone.message(),
          verdict.inside(),
          verdict.active(),
          verdict.vertical(),
          verdict.heightMethod(),
          verdict.marginal());
    }
  }

  private static final Comparator<Entry> ORDER =
      Comparator.comparing(Entry::inside)
          .thenComparing(entry -> entry.restriction().rank())
          .reversed();

  static ZoneAnswer of(Instant time, Verdicts verdicts) {
    List<Entry> entries = verdicts.list().stream().map(Entry::of).sorted(ORDER).toList();
    boolean inside =
        entries.stream().anyMatch(entry -> entry.inside() && entry.restriction().raisesEvents());
    return new ZoneAnswer(time, inside, entries);
  }
}
