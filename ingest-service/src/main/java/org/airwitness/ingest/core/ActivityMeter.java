package org.airwitness.ingest.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Activities of this instance that are not in the {@link ActivityLog} yet. */
public final class ActivityMeter {
  private Map<SensorKey, Activity> pending = new HashMap<>();

  /** Counts what became of a message. */
  public synchronized void count(SensorKey sensor, Instant seenAt, Tally tally, Signs signs) {
    pending.merge(sensor, new Activity(sensor, seenAt, tally, signs), Activity::plus);
  }

  /** Takes everything pending, to be added to the log. */
  public synchronized List<Activity> take() {
    List<Activity> taken = List.copyOf(pending.values());
    pending = new HashMap<>();
    return taken;
  }

  /** Puts back what could not be added to the log. */
  public synchronized void putBack(List<Activity> activities) {
    activities.forEach(activity -> pending.merge(activity.sensor(), activity, Activity::plus));
  }
}
