package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a sensor says it received a frame.
 *
 * @param receivedAt by the sensor's clock, null when it gave none
 * @param trusted false when the sensor says that its clock was never set
 * @param sentAt when the sensor sent the message, by the same clock; null when it does not say
 */
public record SensorTime(@Nullable Instant receivedAt, boolean trusted, @Nullable Instant sentAt) {
  /** How far a sensor's clock may be ahead of ours before ours is used. */
  public static final Duration MAX_AHEAD = Duration.ofSeconds(60);

  /** Remote ID is younger than this: a clock before it was never set. */
  static final Instant EARLIEST = Instant.parse("2019-01-01T00:00:00Z");

  /** How long before sending a frame may have been received for a wrong clock to tell how long. */
  static final Duration MAX_HELD = Duration.ofHours(1);

  /** The sensor gave no time. */
  public static final SensorTime NONE = new SensorTime(null, false, null);

  public static SensorTime of(Instant receivedAt) {
    return new SensorTime(receivedAt, true, null);
  }

  /**
   * When something happened, by our clock.
   *
   * @param skew what the sensor's clock is ahead of ours, negative when behind; null while the
   *     sensor's own time is used
   * @param finding name of what is wrong with the sensor's time, null when nothing is
   */
  record Event(Instant at, @Nullable Duration skew, @Nullable String finding) {}

  /** Returns the event time: the sensor's unless it cannot be right. */
  Event resolve(Instant arrivedAt) {
    if (receivedAt == null) {
      return new Event(arrivedAt, null, null);
    }
    String finding = finding(receivedAt, arrivedAt);
    if (finding == null) {
      return new Event(receivedAt, null, null);
    }
    Instant at = arrivedAt.minus(held(receivedAt));
    return new Event(at, Duration.between(at, receivedAt), finding);
  }

  private @Nullable String finding(Instant received, Instant arrivedAt) {
    if (!trusted || received.isBefore(EARLIEST)) {
      return "clock.unset";
    }
    return received.isAfter(arrivedAt.plus(MAX_AHEAD)) ? "clock.ahead" : null;
  }

  /** Returns how long the frame waited in the sensor, which a wrong clock measures as well. */
  private Duration held(Instant received) {
    if (sentAt == null || sentAt.isBefore(received)) {
      return Duration.ZERO;
    }
    Duration held = Duration.between(received, sentAt);
    return held.compareTo(MAX_HELD) > 0 ? Duration.ZERO : held;
  }
}
