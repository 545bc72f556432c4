package org.airwitness.zone.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a set is fetched from and how often, and what came of the last time.
 *
 * @param etag entity tag of the last document, as sent
 * @param lastModified HTTP date of the last document, as sent
 * @param fetchedAt when it was last tried
 * @param outcome {@code unchanged}, {@code importing}, {@code edition n}, or {@code refused},
 *     {@code failed} or {@code unreachable} with the reason; null before the first time
 * @param nextAt when it is due
 */
public record ZoneSource(
    String url,
    Duration interval,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Instant fetchedAt,
    @Nullable String outcome,
    @Nullable Instant nextAt) {
  public static final Duration MIN_INTERVAL = Duration.ofMinutes(5);
  public static final Duration MAX_INTERVAL = Duration.ofDays(30);
  public static final Duration DEFAULT_INTERVAL = Duration.ofDays(1);

  /** Longest wait after a publisher could not be reached. */
  private static final Duration RETRY = Duration.ofHours(1);

  /** The same, whose next document is wanted whatever it is. */
  public ZoneSource withoutValidators() {
    return new ZoneSource(url, interval, null, null, fetchedAt, outcome, nextAt);
  }

  /** How long to wait after a fetch that ended so. */
  public Duration pause(Fetched fetched) {
    boolean soon = fetched instanceof Fetched.Unreachable && interval.compareTo(RETRY) > 0;
    return soon ? RETRY : interval;
  }
}
