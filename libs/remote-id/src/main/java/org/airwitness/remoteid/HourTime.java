package org.airwitness.remoteid;

import java.time.Duration;
import java.time.Instant;

/**
 * When a Location was measured, found from its time within the hour and the receive time (ASTM
 * F3411, Location message, timestamp).
 *
 * @param time the moment with that phase of the hour that is closest to the receive time
 * @param skew receive time minus {@code time}, more than -30 and at most +30 minutes; meaningful
 *     only modulo one hour: 2360 s late appears as -1240 s
 */
public record HourTime(Instant time, Duration skew) {
  private static final long NANOS_PER_TENTH = 100_000_000L;
  private static final long HOUR_S = 3600;
  private static final Duration HOUR = Duration.ofSeconds(HOUR_S);
  private static final Duration HALF_HOUR = HOUR.dividedBy(2);

  /** Tenths of a second from the last full UTC hour to a moment, rounded down, 0 to 35999. */
  public static int tenths(Instant moment) {
    long second = Math.floorMod(moment.getEpochSecond(), HOUR_S);
    return Math.toIntExact(second * 10 + moment.getNano() / NANOS_PER_TENTH);
  }

  /**
   * Resolves a time within the hour.
   *
   * @param receiveTime by the clock of the receiver
   * @param hourTenths tenths of a second since the full hour, 0 to 36000
   * @throws IllegalArgumentException if {@code hourTenths} is outside its range
   */
  public static HourTime resolve(Instant receiveTime, int hourTenths) {
    Ranges.require("hourTenths", hourTenths, 0, Ranges.MAX_HOUR_TENTHS);
    long secondOfHour = Math.floorMod(receiveTime.getEpochSecond(), HOUR_S);
    Duration skew =
        Duration.ofSeconds(secondOfHour, receiveTime.getNano())
            .minusNanos(hourTenths * NANOS_PER_TENTH);
    if (skew.compareTo(HALF_HOUR) > 0) {
      skew = skew.minus(HOUR);
    } else if (skew.compareTo(HALF_HOUR.negated()) <= 0) {
      skew = skew.plus(HOUR);
    }
    return new HourTime(receiveTime.minus(skew), skew);
  }
}
