package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a sensor says it received a frame.
 *
 * @param receivedAt by the sensor's clock, null when it gave none
 * @param trusted false when the sensor says that its clock was never set
 */
public record SensorTime(@Nullable Instant receivedAt, boolean trusted) {
  /** How far a sensor's clock may be ahead of ours before ours is used. */
  public static final Duration MAX_AHEAD = Duration.ofSeconds(60);

  /** Remote ID is younger than this: a clock before it was never set. */
  static final Instant EARLIEST = Instant.parse("2019-01-01T00:00:00Z");

  /** The sensor gave no time. */
  public static final SensorTime NONE = new SensorTime(null, false);

  public static SensorTime of(Instant receivedAt) {
    return new SensorTime(receivedAt, true);
  }

  /** Returns the event time: the sensor's unless it cannot be right. */
  Instant observedAt(Instant arrivedAt) {
    return receivedAt == null || finding(arrivedAt) != null ? arrivedAt : receivedAt;
  }

  /** Returns the name of what is wrong with the sensor's time, null when nothing is. */
  @Nullable String finding(Instant arrivedAt) {
    if (receivedAt == null) {
      return null;
    }
    if (!trusted || receivedAt.isBefore(EARLIEST)) {
      return "clock.unset";
    }
    return receivedAt.isAfter(arrivedAt.plus(MAX_AHEAD)) ? "clock.ahead" : null;
  }
}
