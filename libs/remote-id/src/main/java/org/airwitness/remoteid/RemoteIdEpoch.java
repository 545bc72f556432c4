package org.airwitness.remoteid;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The clock of System and Authentication messages: seconds since 2019-01-01T00:00:00Z. */
final class RemoteIdEpoch {
  static final long MAX_SECONDS = 0xFFFF_FFFFL;
  static final long START_S = 1_546_300_800L;
  private static final Instant FIRST = instant(1);
  private static final Instant LAST = instant(MAX_SECONDS);

  private RemoteIdEpoch() {}

  static Instant instant(long secondsSince2019) {
    return Instant.ofEpochSecond(START_S + secondsSince2019);
  }

  /** Seconds as 32 bits, 0 for an absent time. */
  static int seconds(@Nullable Instant time) {
    return time == null ? 0 : (int) (time.getEpochSecond() - START_S);
  }

  static void require(@Nullable Instant time) {
    if (time != null && (time.isBefore(FIRST) || time.getEpochSecond() > LAST.getEpochSecond())) {
      throw new IllegalArgumentException("time must be " + FIRST + " to " + LAST + ", was " + time);
    }
  }
}
