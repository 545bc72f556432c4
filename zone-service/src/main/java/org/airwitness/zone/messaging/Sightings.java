package org.airwitness.zone.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.airwitness.airspace.Presence;
import org.airwitness.airspace.ZoneMonitor;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.core.TrackChange;
import org.airwitness.zone.store.PresenceRow;

/**
 * Who was heard and where it was last: what an event says of a track when no record of the track
 * caused it. The pilot is left out. Every track inside a zone is kept, and of the others as many as
 * the monitor remembers.
 */
final class Sightings {
  private final Map<AgencyId, Map<UUID, TrackUpdate>> inside = new HashMap<>();
  private final Map<AgencyId, Map<UUID, TrackUpdate>> outside = new HashMap<>();

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
    outside.remove(agency);
  }

  TrackUpdate last(AgencyId agency, UUID trackId) {
    TrackUpdate sighting = tracks(agency).get(trackId);
    return sighting != null
        ? sighting
        : outside(agency).getOrDefault(trackId, TrackUpdate.getDefaultInstance());
  }

  /** Keeps the newest sighting of a track. */
  void refresh(TrackRecord record) {
    TrackUpdate sighting = of(record.update());
    Map<UUID, TrackUpdate> inZones = tracks(record.agency());
    if (inZones.replace(record.trackId(), sighting) != null) {
      return;
    }
    if (record.change() instanceof TrackChange.Lost) {
      outside(record.agency()).remove(record.trackId());
    } else {
      outside(record.agency()).put(record.trackId(), sighting);
    }
  }

  /** Keeps the sighting of a track while its presence says that it is inside. */
  void keep(AgencyId agency, Presence presence, TrackUpdate sighting) {
    if (presence.episodes().isEmpty()) {
      tracks(agency).remove(presence.trackId());
      outside(agency).put(presence.trackId(), sighting);
    } else {
      outside(agency).remove(presence.trackId());
      tracks(agency).put(presence.trackId(), sighting);
    }
  }

  private Map<UUID, TrackUpdate> tracks(AgencyId agency) {
    return inside.computeIfAbsent(agency, unseen -> new HashMap<>());
  }

  private Map<UUID, TrackUpdate> outside(AgencyId agency) {
    return outside.computeIfAbsent(agency, unseen -> new Recent());
  }

  /** The latest used of too many. */
  private static final class Recent extends LinkedHashMap<UUID, TrackUpdate> {
    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<UUID, TrackUpdate> eldest) {
      return size() > ZoneMonitor.MAX_TRACKS_OUTSIDE;
    }
  }

  private static TrackUpdate parse(byte[] stored) {
    try {
      return TrackUpdate.parseFrom(stored);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A stored sighting does not parse", e);
    }
  }
}
