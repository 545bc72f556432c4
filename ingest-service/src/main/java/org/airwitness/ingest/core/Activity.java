package org.airwitness.ingest.core;

import java.time.Instant;

/** What a sensor sent in a span of time. */
public record Activity(SensorKey sensor, Instant lastSeenAt, Tally tally, Signs signs) {

  /** Returns both together. */
  public Activity plus(Activity later) {
    Instant last = later.lastSeenAt.isAfter(lastSeenAt) ? later.lastSeenAt : lastSeenAt;
    return new Activity(sensor, last, tally.plus(later.tally), signs.plus(later.signs));
  }
}
