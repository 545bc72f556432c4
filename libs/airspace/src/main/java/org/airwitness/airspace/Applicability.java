package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One period in which a zone applies; windows are half-open.
 *
 * @param permanent the end is the validity of the data, not of the zone, and is not enforced
 * @param from start, open when null
 * @param to end, open when null
 * @param schedule daily periods that narrow the window; empty means the whole window
 */
public record Applicability(
    boolean permanent, @Nullable Instant from, @Nullable Instant to, List<DailyPeriod> schedule) {
  public Applicability {
    schedule = List.copyOf(schedule);
  }

  /** True when the period covers the time. */
  public boolean activeAt(Instant time) {
    boolean started = from == null || !time.isBefore(from);
    boolean ended = !permanent && to != null && !time.isBefore(to);
    return started && !ended && inSchedule(time);
  }

  private boolean inSchedule(Instant time) {
    return schedule.isEmpty() || schedule.stream().anyMatch(period -> period.covers(time));
  }
}
