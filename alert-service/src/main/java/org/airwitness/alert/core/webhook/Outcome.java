package org.airwitness.alert.core.webhook;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How one attempt ended.
 *
 * @param status HTTP status, null when there was no answer
 * @param error why there was none, fit for the subscriber; null when there was one
 * @param retryAfter what the receiver asked for
 */
public record Outcome(
    @Nullable Integer status, @Nullable String error, Optional<Duration> retryAfter) {

  public static Outcome answered(int status, Optional<Duration> retryAfter) {
    return new Outcome(status, null, retryAfter);
  }

  public static Outcome unanswered(String error) {
    return new Outcome(null, error, Optional.empty());
  }

  /** Whether the receiver has taken it. */
  public boolean isAccepted() {
    return status != null && status >= 200 && status < 300;
  }

  boolean isGone() {
    return status != null && status == 410;
  }
}
