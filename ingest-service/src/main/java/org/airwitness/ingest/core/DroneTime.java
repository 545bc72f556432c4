package org.airwitness.ingest.core;

import java.time.Instant;
import org.airwitness.remoteid.HourTime;

/** When a drone says that it was where it says it is. */
public sealed interface DroneTime {
  /** Returns the moment that is meant by a drone heard at a given time. */
  Instant resolve(Instant observedAt);

  /**
   * A phase of the hour, as Remote ID has it.
   *
   * @param tenths tenths of a second since the last full UTC hour, 0 to 36000
   */
  record OfHour(int tenths) implements DroneTime {
    @Override
    public Instant resolve(Instant observedAt) {
      return HourTime.resolve(observedAt, tenths).time();
    }
  }

  /** A moment, as some receivers make of it. */
  record At(Instant time) implements DroneTime {
    @Override
    public Instant resolve(Instant observedAt) {
      return time;
    }
  }
}
