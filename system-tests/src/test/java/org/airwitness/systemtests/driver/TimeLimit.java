package org.airwitness.systemtests.driver;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * How long tests wait. The system property {@code airwitness.time-factor} stretches every limit,
 * for slow machines.
 */
public final class TimeLimit {
  private static final double FACTOR =
      Double.parseDouble(System.getProperty("airwitness.time-factor", "1"));

  private TimeLimit() {}

  public static Duration ofSeconds(long seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000 * FACTOR));
  }

  /** Waits for something to become true; while it fails for whatever reason it is not yet so. */
  public static ConditionFactory eventually(long seconds) {
    return Awaitility.await()
        .atMost(ofSeconds(seconds))
        .pollInterval(Duration.ofMillis(250))
        .ignoreExceptions();
  }
}
