package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes few reports out of the many of one sensor: one at once when the sensor says something new
 * of itself, otherwise one in ten seconds, with the frames of all in between.
 *
 * <p>Safe for many threads.
 */
public final class StatusDigest {
  private static final Duration PERIOD = Duration.ofSeconds(10);

  private @Nullable StatusReport waiting;
  private @Nullable StatusReport told;
  private Instant toldAt = Instant.MIN;

  /** Adds a report; returns what is to be told now. */
  public synchronized Optional<StatusReport> add(StatusReport report, Instant arrivedAt) {
    StatusReport all = waiting == null ? report : waiting.plus(report);
    if (told != null
        && arrivedAt.isBefore(toldAt.plus(PERIOD))
        && told.plus(all).saysTheSameAs(told)) {
      waiting = all;
      return Optional.empty();
    }
    waiting = null;
    told = told == null ? all : told.plus(all);
    toldAt = arrivedAt;
    return Optional.of(all);
  }

  /** Takes back what could not be told: it is told with the next report, at once. */
  public synchronized void takeBack(StatusReport untold) {
    waiting = waiting == null ? untold : untold.plus(waiting);
    told = null;
  }
}
