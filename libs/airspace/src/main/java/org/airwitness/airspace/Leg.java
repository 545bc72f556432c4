package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import org.airwitness.airspace.index.Line;

/** The straight way of a track from one place, height and time to another. */
record Leg(
    Position from,
    HeightEstimate heightFrom,
    Instant start,
    Position to,
    HeightEstimate heightTo,
    Instant end) {

  Line line() {
    return Line.between(
        Ring.e7(from.lonDeg()), Ring.e7(from.latDeg()), Ring.e7(to.lonDeg()), Ring.e7(to.latDeg()));
  }

  Duration duration() {
    return Duration.between(start, end);
  }

  /** The time at a fraction of the leg, to the millisecond. */
  Instant timeAt(double fraction) {
    return start.plusMillis(Math.round(fraction * duration().toMillis()));
  }
}
