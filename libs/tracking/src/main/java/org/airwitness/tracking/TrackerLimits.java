package org.airwitness.tracking;

import java.time.Duration;

/**
 * When a track ends, and how many there may be.
 *
 * @param lostAfter silence after which a track is lost
 * @param forgetAfter silence after which a lost track leaves memory
 * @param flightGap gap in event time after which the same drone begins another track
 * @param maxTracks the tracks one agency may have in memory; the longest silent one goes first
 */
public record TrackerLimits(
    Duration lostAfter, Duration forgetAfter, Duration flightGap, int maxTracks) {
  public TrackerLimits {
    if (!lostAfter.isPositive() || forgetAfter.compareTo(lostAfter) < 0) {
      throw new IllegalArgumentException(
          "lostAfter is above zero and forgetAfter not below it: %s, %s"
              .formatted(lostAfter, forgetAfter));
    }
    if (maxTracks < 1) {
      throw new IllegalArgumentException("maxTracks is at least 1, not " + maxTracks);
    }
  }
}
