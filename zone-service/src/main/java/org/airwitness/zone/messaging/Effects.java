package org.airwitness.zone.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.airwitness.airspace.Outcome;
import org.airwitness.airspace.Presence;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.store.PresenceRow;
import org.airwitness.zone.store.UnpublishedEvent;
import org.jspecify.annotations.Nullable;

/** What a batch of decisions leaves to do: events to publish, then presences to store. */
final class Effects {
  private final Sightings sightings;
  private final List<Publication> publications = new ArrayList<>();
  private final Map<AgencyId, Map<UUID, PresenceRow>> presences = new LinkedHashMap<>();

  /**
   * One event for one agency.
   *
   * @param traceparent of what caused it, null when that is in no trace
   */
  record Publication(AgencyId agency, ZoneEvent event, @Nullable String traceparent) {}

  Effects(Sightings sightings) {
    this.sightings = sightings;
  }

  /** Adds what a track update brought about. */
  void add(TrackRecord record, Outcome outcome) {
    if (!outcome.equals(Outcome.NOTHING)) {
      TrackUpdate sighting = Sightings.of(record.update());
      add(record.agency(), outcome, track -> sighting, record.traceparent());
    }
  }

  /** Adds what a change of zones or a window edge brought about. */
  void add(AgencyId agency, Outcome outcome) {
    add(agency, outcome, track -> sightings.last(agency, track), null);
  }

  private void add(
      AgencyId agency,
      Outcome outcome,
      Function<UUID, TrackUpdate> sightingOf,
      @Nullable String traceparent) {
    outcome
        .events()
        .forEach(event -> {
          TrackUpdate sighting = sightingOf.apply(event.trackId());
          publications.add(
              new Publication(
                  agency, ZoneEventEncoder.encode(agency, event, sighting), traceparent));
        });
    for (Presence presence : outcome.changedPresences()) {
      TrackUpdate sighting = sightingOf.apply(presence.trackId());
      sightings.keep(agency, presence, sighting);
      presences
          .computeIfAbsent(agency, first -> new LinkedHashMap<>())
          .put(presence.trackId(), new PresenceRow(presence, sighting.toByteArray()));
    }
  }

  List<Publication> publications() {
    return publications;
  }

  /** The last presence of each track that changed. */
  Map<AgencyId, Collection<PresenceRow>> presences() {
    Map<AgencyId, Collection<PresenceRow>> rows = new LinkedHashMap<>();
    presences.forEach((agency, byTrack) -> rows.put(agency, byTrack.values()));
    return rows;
  }

  /** The events in a form to be kept until they are published. */
  List<UnpublishedEvent> unpublished() {
    return publications.stream()
        .map(Publication::event)
        .map(event ->
            new UnpublishedEvent(DeterministicId.fromWire(event.getEventId()), event.toByteArray()))
        .toList();
  }

  /** Reads an event that was kept. */
  static ZoneEvent parse(UnpublishedEvent kept) {
    try {
      return ZoneEvent.parseFrom(kept.event());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A stored event does not parse", e);
    }
  }

  boolean isEmpty() {
    return publications.isEmpty() && presences.isEmpty();
  }
}
