package org.airwitness.ingest.core;

import org.jspecify.annotations.Nullable;

/**
 * How much an agency may send, as the platform's administrator granted it; absent values leave it
 * at the limits of the deployment. Each started 4 KiB of a message counts as one.
 *
 * @param sensorMessagesPerSecond of each of its sensors, over time
 * @param agencyMessagesPerSecond of all of them together, over time
 */
public record Allowance(
    @Nullable Integer sensorMessagesPerSecond, @Nullable Integer agencyMessagesPerSecond) {
  /** The limits of the deployment. */
  public static final Allowance ORDINARY = new Allowance(null, null);

  /** The largest rate that can be granted. */
  public static final int MAX_PER_SECOND = 1_000_000;

  public Allowance {
    check("sensorMessagesPerSecond", sensorMessagesPerSecond);
    check("agencyMessagesPerSecond", agencyMessagesPerSecond);
  }

  private static void check(String name, @Nullable Integer perSecond) {
    if (perSecond != null && (perSecond < 1 || perSecond > MAX_PER_SECOND)) {
      throw new IllegalArgumentException(name + " is 1 to " + MAX_PER_SECOND);
    }
  }
}
