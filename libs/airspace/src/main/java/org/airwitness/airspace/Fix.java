package org.airwitness.airspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One published update of a track.
 *
 * @param trackId the track
 * @param sequence rises by one with every published update of the track
 * @param time when the drone was there
 * @param position where it was
 * @param horizontalAccuracyM how far from there it may have been, 95 % of the time; NaN when
 *     unknown
 * @param heights how high, as far as known
 * @param previous the latest fix by time published before this one, null for the first. It makes a
 *     restart exact: what it carries need not be stored
 */
public record Fix(
    UUID trackId,
    long sequence,
    Instant time,
    Position position,
    double horizontalAccuracyM,
    Heights heights,
    @Nullable PreviousFix previous) {
  public Fix {
    if (sequence < 0) {
      throw new IllegalArgumentException("a sequence is not negative: " + sequence);
    }
    if (horizontalAccuracyM < 0) {
      throw new IllegalArgumentException(
          "a horizontal accuracy is not negative: " + horizontalAccuracyM);
    }
  }
}
