package org.airwitness.standalone.feed;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When each recorded message is due, so that the recording runs as it did, faster, or without a
 * pause. Times that go back in the recording never make anything wait.
 */
final class Pace {

  private final double speed;
  private @Nullable Instant first;

  /**
   * @param speed 2 is twice as fast; infinity is without pauses
   */
  Pace(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("The speed must be greater than 0, was " + speed);
    }
    this.speed = speed;
  }

  /** Time from the start of the replay to a message with this recorded time. */
  Duration due(Instant recordedAt) {
    if (first == null) {
      first = recordedAt;
    }
    var offset = Duration.between(first, recordedAt);
    return offset.isNegative()
        ? Duration.ZERO
        : Duration.ofNanos((long) (offset.toNanos() / speed));
  }
}
