package org.airwitness.zone.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.airwitness.airspace.Presence;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.store.PresenceRow;

/**
 * Who is inside a zone and where it was last: what an event says of a track when no record of the
 * track caused it. The pilot is left out.
 */
final class Sightings {
  private final Map<AgencyId, Map<UUID, TrackUpdate>> inside = new HashMap<>();

  /** Returns what of a track update concerns zones: the drone and its fix, nothing of the pilot. */
  static TrackUpdate of(TrackUpdate update) {
    var identity = update.getIdentity().toBuilder().clearOperatorId().clearSelfId();
    var sighting = TrackUpdate.newBuilder().setTrackId(update.getTrackId()).setIdentity(identity);
    return update.hasFix() ? sighting.setFix(update.getFix()).build() : sighting.build();
  }

  /** Takes over what is stored of an agency. */
  void restore(AgencyId agency, Collection<PresenceRow> rows) {
    Map<UUID, TrackUpdate> tracks = new HashMap<>();
    rows.forEach(row -> tracks.put(row.trackId(), parse(row.sighting())));
    inside.put(agency, tracks);
  }

  void forget(AgencyId agency) {
    inside.remove(agency);
  }

  TrackUpdate last(AgencyId agency, UUID trackId) {
    return tracks(agency).getOrDefault(trackId, TrackUpdate.getDefaultInstance());
  }

  /** Keeps the newest sighting of a track that is inside a zone already. */
  void refresh(AgencyId agency, UUID trackId, TrackUpdate update) {
    tracks(agency).computeIfPresent(trackId, (id, former) -> of(update));
  }

  /** Keeps the sighting of a track while its presence says that it is inside. */
  void keep(AgencyId agency, Presence presence, TrackUpdate sighting) {
    if (presence.episodes().isEmpty()) {
      tracks(agency).remove(presence.trackId());
    } else {
      tracks(agency).put(presence.trackId(), sighting);
    }
  }

  private Map<UUID, TrackUpdate> tracks(AgencyId agency) {
    return inside.computeIfAbsent(agency, unseen -> new HashMap<>());
  }

  private static TrackUpdate parse(byte[] stored) {
    try {
      return TrackUpdate.parseFrom(stored);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A stored sighting does not parse", e);
    }
  }
}
