package org.airwitness.airspace;

import java.time.Duration;

/**
 * When a {@link ZoneMonitor} raises and ends what.
 *
 * @param approachTime how far ahead a track is continued in a straight line
 * @param approachDistanceM from how near a track approaches that does not move away, at most 1 km
 * @param approachVerticalM how far from the limits its height may then be
 * @param exitMarginM how far from the boundary a track is certainly outside, when its position is
 *     known no worse
 * @param maxExitMarginM the same when its position is known worse
 * @param exitFixes fixes in a row that end a stay or an approach
 * @param heartbeat time between two INSIDE events
 * @param sweepMaxGap longest time between two fixes between which the track flew straight
 * @param sweepMaxDistanceM longest way between them
 * @param releaseFactor how much more than {@code approachTime} and {@code approachDistanceM} ends
 *     an approach
 * @param heardWithin how long a track that is not heard is taken to be where it was last, when a
 *     zone changes or begins or ceases to apply
 */
public record MonitorSettings(
    Duration approachTime,
    double approachDistanceM,
    double approachVerticalM,
    double exitMarginM,
    double maxExitMarginM,
    int exitFixes,
    Duration heartbeat,
    Duration sweepMaxGap,
    double sweepMaxDistanceM,
    double releaseFactor,
    Duration heardWithin) {
  /** For small drones that are heard about once a second. */
  public static final MonitorSettings DEFAULT =
      new MonitorSettings(
          Duration.ofSeconds(60),
          200,
          30,
          10,
          50,
          3,
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          1_000,
          1.5,
          Duration.ofMinutes(2));

  public MonitorSettings {
    if (!approachTime.isPositive()
        || !heartbeat.isPositive()
        || sweepMaxGap.isNegative()
        || heardWithin.isNegative()) {
      throw new IllegalArgumentException(
          "times must be above 0: approachTime "
              + approachTime
              + ", heartbeat "
              + heartbeat
              + ", sweepMaxGap "
              + sweepMaxGap
              + ", heardWithin "
              + heardWithin);
    }
    if (!(approachDistanceM >= 0 && approachDistanceM <= 1_000)) {
      throw new IllegalArgumentException("approachDistanceM is 0..1000: " + approachDistanceM);
    }
    if (!(exitMarginM >= 0 && exitMarginM <= maxExitMarginM && maxExitMarginM <= 1_000)) {
      throw new IllegalArgumentException(
          "exit margins rise within 0..1000 m: " + exitMarginM + ", " + maxExitMarginM);
    }
    if (exitFixes < 1 || !(releaseFactor >= 1)) {
      throw new IllegalArgumentException(
          "exitFixes and releaseFactor are at least 1: " + exitFixes + ", " + releaseFactor);
    }
  }

  /** The same with another look-ahead. */
  public MonitorSettings withApproachTime(Duration newApproachTime) {
    return new MonitorSettings(
        newApproachTime,
        approachDistanceM,
        approachVerticalM,
        exitMarginM,
        maxExitMarginM,
        exitFixes,
        heartbeat,
        sweepMaxGap,
        sweepMaxDistanceM,
        releaseFactor,
        heardWithin);
  }

  /** The distance from the boundary that is certainly outside, for an accuracy or NaN. */
  double exitMarginM(double horizontalAccuracyM) {
    return horizontalAccuracyM > exitMarginM
        ? Math.min(horizontalAccuracyM, maxExitMarginM)
        : exitMarginM;
  }
}
