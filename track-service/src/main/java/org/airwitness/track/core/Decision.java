package org.airwitness.track.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.tracking.Track;
import org.airwitness.tracking.TrackChange;

/**
 * What observations of one agency, or their absence, did to its tracks.
 *
 * @param observations the new observations, in their order
 * @param changes the changes of tracks, in their order
 */
public record Decision(AgencyId agency, List<Observation> observations, List<TrackChange> changes) {
  public Decision {
    observations = List.copyOf(observations);
    changes = List.copyOf(changes);
  }

  /** The last state of each changed track. */
  public List<Track> tracks() {
    Map<UUID, Track> last = new LinkedHashMap<>();
    changes.forEach(change -> last.put(change.track().id(), change.track()));
    return List.copyOf(last.values());
  }

  /** The track of each new observation, by the observation's id. */
  public Map<UUID, UUID> trackOfObservation() {
    Map<UUID, UUID> tracks = new LinkedHashMap<>();
    for (TrackChange change : changes) {
      if (change.observationId() != null) {
        tracks.put(change.observationId(), change.track().id());
      }
    }
    return tracks;
  }
}
