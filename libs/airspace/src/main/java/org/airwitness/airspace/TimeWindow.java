package org.airwitness.airspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Half-open span of time: the start belongs to it, the end does not. */
public record TimeWindow(Instant from, Instant to) {
  public TimeWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window starts before it ends: " + from + ", " + to);
    }
  }

  /** The window, or nothing when it would be empty. */
  static Optional<TimeWindow> between(Instant from, Instant to) {
    return from.isBefore(to) ? Optional.of(new TimeWindow(from, to)) : Optional.empty();
  }

  /** True when the time lies in the window. */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  /** The part inside another span, or nothing. */
  Optional<TimeWindow> within(Instant start, Instant end) {
    return between(from.isBefore(start) ? start : from, to.isAfter(end) ? end : to);
  }

  /** The same times in order; overlapping and touching windows become one. */
  static List<TimeWindow> merged(Collection<TimeWindow> windows) {
    List<TimeWindow> merged = new ArrayList<>();
    windows.stream()
        .sorted(Comparator.comparing(TimeWindow::from))
        .forEach(window -> {
          TimeWindow last = merged.isEmpty() ? null : merged.getLast();
          if (last == null || window.from().isAfter(last.to())) {
            merged.add(window);
          } else if (window.to().isAfter(last.to())) {
            merged.set(merged.size() - 1, new TimeWindow(last.from(), window.to()));
          }
        });
    return merged;
  }
}
