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
    return started && !endedAt(time) && inSchedule(time);
  }

  /** True when the period lies behind for good. */
  public boolean endedAt(Instant time) {
    return to != null && !permanent && !time.isBefore(to);
  }

  /** True when the period is permanent and the validity of its data is over. */
  public boolean staleAt(Instant time) {
    return to != null && permanent && !time.isBefore(to);
  }

  /** The times of a span at which the period applies, in order. */
  public List<TimeWindow> windows(Instant start, Instant end) {
    Instant first = from == null || from.isBefore(start) ? start : from;
    Instant last = permanent || to == null || to.isAfter(end) ? end : to;
    if (!first.isBefore(last)) {
      return List.of();
    }
    if (schedule.isEmpty()) {
      return List.of(new TimeWindow(first, last));
    }
    return TimeWindow.merged(
        schedule.stream()
            .flatMap(period -> period.windows(first, last).stream())
            .flatMap(window -> window.within(first, last).stream())
            .toList());
  }

  private boolean inSchedule(Instant time) {
    return schedule.isEmpty() || schedule.stream().anyMatch(period -> period.covers(time));
  }
}
