package org.airwitness.alert.core.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a delivery that was not accepted is tried again (Standard Webhooks, deliverability): ten
 * attempts over a little more than three days, each delay counted from the attempt before and
 * varied by up to a tenth, so that receivers which come back are not met by everything at once.
 */
public final class RetrySchedule {
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));
  private static final double JITTER = 0.1;

  /** How often a delivery is tried before it counts as failed. */
  public static final int MAX_ATTEMPTS = DELAYS.size() + 1;

  private final RandomGenerator random;

  public RetrySchedule(RandomGenerator random) {
    this.random = random;
  }

  /**
   * Returns when to try again, empty when all attempts are used up.
   *
   * @param attempts how many have failed, at least 1
   * @param now when the last one failed
   * @param retryAfter what the receiver asked for; it can lengthen a delay up to that of the next
   *     step, and not shorten it
   */
  public Optional<Instant> next(int attempts, Instant now, Optional<Duration> retryAfter) {
    if (attempts >= MAX_ATTEMPTS) {
      return Optional.empty();
    }
    Duration delay = vary(DELAYS.get(attempts - 1));
    Duration longest = DELAYS.get(Math.min(attempts, DELAYS.size() - 1));
    Duration asked = retryAfter.map(wish -> min(wish, longest)).orElse(Duration.ZERO);
    return Optional.of(now.plus(max(delay, asked)));
  }

  private Duration vary(Duration delay) {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis(Math.round(delay.toMillis() * factor));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private static Duration max(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
