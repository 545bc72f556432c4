package org.airwitness.tracking;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tracks of one agency: one per drone and flight, however many sensors hear it and under
 * however many addresses. Not thread-safe; the same sightings in the same order give the same
 * tracks with the same ids and sequences.
 *
 * <p>A drone is known by its canonical id. While only a transmitter address is known, the address
 * carries the track; when the name comes, the track is renamed, not doubled. Sightings must be new:
 * the caller removes those it has seen.
 */
public final class Tracker {
  /** Gives a new track its id, the same for the same arguments. */
  @FunctionalInterface
  public interface TrackIds {
    UUID next(String droneId, Instant firstSeenAt);
  }

  private final TrackerLimits limits;
  private final TrackIds ids;

  /** In the order they were last heard, longest silent first. */
  private final LinkedHashMap<UUID, Heard> tracks = new LinkedHashMap<>();

  private final Map<String, UUID> byDroneId = new HashMap<>();
  private final Map<String, UUID> byTransmitter = new HashMap<>();

  private record Heard(Track track, Instant at) {}

  public Tracker(TrackerLimits limits, TrackIds ids) {
    this.limits = limits;
    this.ids = ids;
  }

  /** Puts back tracks that were stored, as if heard at {@code now}; silence counts from then. */
  public void restore(Collection<Track> stored, Instant now) {
    stored.forEach(track -> keep(track, now));
  }

  /**
   * Takes one sighting in.
   *
   * @param now when it arrived; decides only when silence begins
   * @return the changes in their order, the track of the sighting last
   */
  public List<TrackChange> accept(Sighting sighting, Instant now) {
    List<TrackChange> changes = new ArrayList<>(1);
    Track known = trackOf(sighting, changes);
    Track next =
        known == null
            ? Track.startedBy(
                ids.next(sighting.identity().droneId(), sighting.observedAt()), sighting)
            : known.with(sighting);
    boolean newFix = next.fix() != null && (known == null || next.fix() != known.fix());
    if (known != null) {
      forget(known);
    }
    keep(next, now);
    changes.add(new TrackChange(next, newFix, sighting.observationId()));
    makeRoom(changes);
    return changes;
  }

  /** Ends what has been silent for too long. */
  public List<TrackChange> expire(Instant now) {
    List<TrackChange> changes = new ArrayList<>();
    for (Heard heard : List.copyOf(tracks.values())) {
      Instant at = heard.at();
      if (at.plus(limits.lostAfter()).isAfter(now)) {
        break;
      }
      if (heard.track().status() == Track.Status.LIVE) {
        lose(heard.track(), at, changes);
      } else if (!at.plus(limits.forgetAfter()).isAfter(now)) {
        forget(heard.track());
      }
    }
    return changes;
  }

  public int size() {
    return tracks.size();
  }

  /** The track this sighting belongs to, after ending those it shows to be over. */
  private @Nullable Track trackOf(Sighting sighting, List<TrackChange> changes) {
    Track byAddress = track(byTransmitter.get(sighting.transmitter()));
    if (sighting.identity().isOnlyAnAddress()) {
      return sameFlight(byAddress, sighting, changes);
    }
    Track byName = track(byDroneId.get(sighting.identity().droneId()));
    if (byAddress == null || !byAddress.identity().isOnlyAnAddress()) {
      return sameFlight(byName, sighting, changes);
    }
    if (byName == null) {
      return sameFlight(byAddress, sighting, changes);
    }
    end(byAddress, changes);
    return sameFlight(byName, sighting, changes);
  }

  private @Nullable Track sameFlight(
      @Nullable Track track, Sighting sighting, List<TrackChange> changes) {
    if (track == null
        || !track.lastSeenAt().plus(limits.flightGap()).isBefore(sighting.observedAt())) {
      return track;
    }
    end(track, changes);
    return null;
  }

  private void makeRoom(List<TrackChange> changes) {
    while (tracks.size() > limits.maxTracks()) {
      end(tracks.firstEntry().getValue().track(), changes);
    }
  }

  private void end(Track track, List<TrackChange> changes) {
    if (track.status() == Track.Status.LIVE) {
      changes.add(new TrackChange(track.lost(), false, null));
    }
    forget(track);
  }

  private void lose(Track track, Instant heardAt, List<TrackChange> changes) {
    Track lost = track.lost();
    tracks.replace(track.id(), new Heard(lost, heardAt));
    changes.add(new TrackChange(lost, false, null));
  }

  private void keep(Track track, Instant heardAt) {
    tracks.put(track.id(), new Heard(track, heardAt));
    byDroneId.put(track.identity().droneId(), track.id());
    track.transmitters().forEach(transmitter -> byTransmitter.put(transmitter, track.id()));
  }

  private void forget(Track track) {
    tracks.remove(track.id());
    byDroneId.remove(track.identity().droneId(), track.id());
    track.transmitters().forEach(transmitter -> byTransmitter.remove(transmitter, track.id()));
  }

  private @Nullable Track track(@Nullable UUID id) {
    Heard heard = id == null ? null : tracks.get(id);
    return heard == null ? null : heard.track();
  }
}
