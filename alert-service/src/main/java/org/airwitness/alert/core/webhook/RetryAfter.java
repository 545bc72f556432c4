package org.airwitness.alert.core.webhook;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reader of the header {@code Retry-After} (RFC 9110, 10.2.3). */
public final class RetryAfter {
  private static final long LONGEST_S = Duration.ofDays(365).toSeconds();

  private RetryAfter() {}

  /** Reads seconds or a date; empty when it is absent, malformed or past. */
  public static Optional<Duration> parse(@Nullable String header, Instant now) {
    if (header == null) {
      return Optional.empty();
    }
    String text = header.strip();
    Optional<Duration> wait =
        text.matches("[0-9]{1,10}")
            ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_S)))
            : date(text).map(at -> Duration.between(now, at));
    return wait.filter(Duration::isPositive);
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
