package org.airwitness.track.core;

import java.time.Duration;
import java.time.Instant;

/**
 * Clock of silence: it goes on with the calls to {@link #tick} and stands still while the service
 * is held up, so that an outage of ours never makes a drone look lost.
 */
public final class SilenceClock {
  private static final Duration LONGEST_STEP = Duration.ofSeconds(2);

  private Instant lastTick;
  private Instant now;

  public SilenceClock(Instant start) {
    lastTick = start;
    now = start;
  }

  public Instant now() {
    return now;
  }

  /** Goes on by the time since the last tick, at most two seconds. */
  public Instant tick(Instant wallClock) {
    Duration step = Duration.between(lastTick, wallClock);
    lastTick = wallClock;
    if (step.isNegative()) {
      return now;
    }
    now = now.plus(step.compareTo(LONGEST_STEP) > 0 ? LONGEST_STEP : step);
    return now;
  }
}
