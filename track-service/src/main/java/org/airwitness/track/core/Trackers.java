package org.airwitness.track.core;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.tracking.Track;
import org.airwitness.tracking.TrackChange;
import org.airwitness.tracking.Tracker;
import org.airwitness.tracking.TrackerLimits;

/**
 * The trackers of the agencies whose partitions this instance reads. Not thread-safe: one caller at
 * a time.
 */
public final class Trackers {
  private final TrackerLimits limits;
  private final TrackIdentifiers ids;
  private final SilenceClock silence;
  private final Map<Integer, Map<AgencyId, Tracker>> byPartition = new HashMap<>();

  public Trackers(TrackerLimits limits, TrackIdentifiers ids, Instant start) {
    this.limits = limits;
    this.ids = ids;
    this.silence = new SilenceClock(start);
  }

  /** Starts a partition afresh. */
  public void begin(int partition) {
    byPartition.put(partition, new HashMap<>());
  }

  /** Puts back an agency's stored tracks. */
  public void restore(int partition, AgencyId agency, Collection<Track> tracks) {
    tracker(partition, agency).restore(tracks, silence.now());
  }

  public void forget(int partition) {
    byPartition.remove(partition);
  }

  /** Takes in observations that were never seen before, in their order. */
  public Decision accept(AgencyObservations batch) {
    Tracker tracker = tracker(batch.partition(), batch.agency());
    List<TrackChange> changes = new ArrayList<>(batch.observations().size());
    for (Observation observation : batch.observations()) {
      changes.addAll(tracker.accept(observation.sighting(), silence.now()));
    }
    return new Decision(batch.agency(), batch.observations(), changes);
  }

  /** Lets time pass and returns what it ended; agencies without changes are left out. */
  public List<Decision> tick(Instant wallClock) {
    Instant now = silence.tick(wallClock);
    List<Decision> ended = new ArrayList<>();
    for (Map<AgencyId, Tracker> trackers : byPartition.values()) {
      trackers.forEach((agency, tracker) -> {
        List<TrackChange> changes = tracker.expire(now);
        if (!changes.isEmpty()) {
          ended.add(new Decision(agency, List.of(), changes));
        }
      });
    }
    return ended;
  }

  private Tracker tracker(int partition, AgencyId agency) {
    return byPartition
        .computeIfAbsent(partition, key -> new HashMap<>())
        .computeIfAbsent(
            agency,
            key ->
                new Tracker(limits, (droneId, firstSeen) -> ids.next(agency, droneId, firstSeen)));
  }
}
