package org.airwitness.alert.core.webhook;

import java.time.Instant;
import java.util.Optional;

/** What becomes of a delivery after an attempt. */
public sealed interface Settlement {
  /** The receiver has it. */
  record Delivered() implements Settlement {}

  /** It is tried again then. */
  record Again(Instant at) implements Settlement {}

  /** All attempts are used up. */
  record Failed() implements Settlement {}

  /** The receiver wants nothing of this subscription any more. */
  record Gone() implements Settlement {}

  /**
   * Decides by the attempt's outcome: 2xx alone is success (a redirect is none), 410 ends the
   * subscription, everything else is tried again as long as the schedule has attempts left.
   *
   * @param now when the attempt ended
   */
  static Settlement of(Outcome outcome, int attempt, Instant now, RetrySchedule schedule) {
    if (outcome.isAccepted()) {
      return new Delivered();
    }
    if (outcome.isGone()) {
      return new Gone();
    }
    Optional<Instant> next = schedule.next(attempt, now, outcome.retryAfter());
    return next.isPresent() ? new Again(next.get()) : new Failed();
  }
}
