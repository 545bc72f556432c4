package org.airwitness.zone.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airwitness.airspace.Outcome;
import org.airwitness.airspace.height.Environment;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.Serial;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.zone.core.AgencyZones;
import org.airwitness.zone.core.ZoneWatch;
import org.airwitness.zone.store.PresenceRow;
import org.airwitness.zone.store.PresenceStore;
import org.airwitness.zone.store.ZoneIndexStore;
import org.apache.kafka.common.TopicPartition;

/**
 * The agencies whose tracks this instance reads, and everything that happens to them, one after the
 * other: batches of tracks, changes of zones, partitions that come and go.
 */
@ApplicationScoped
class WatchedAgencies {
  private final ZoneIndexStore zones;
  private final PresenceStore presences;
  private final EffectsRunner effects;
  private final Serial serial = new Serial();

  // Only touched by work of the serial.
  private final ZoneWatch watch;
  private final Sightings sightings = new Sightings();
  private final Map<TopicPartition, Set<AgencyId>> byPartition = new HashMap<>();

  WatchedAgencies(
      ZoneIndexStore zones,
      PresenceStore presences,
      EffectsRunner effects,
      Environment environment) {
    this.watch = new ZoneWatch(environment);
    this.zones = zones;
    this.presences = presences;
    this.effects = effects;
  }

  /** Loads the stored state of a partition's agencies, in place of what is in memory. */
  Uni<Void> load(TopicPartition partition, Set<AgencyId> agencies) {
    return serial.run(() -> {
      drop(partition);
      return begin(partition, agencies);
    });
  }

  Uni<Void> forget(TopicPartition partition) {
    return serial.run(() -> {
      drop(partition);
      return Uni.createFrom().voidItem();
    });
  }

  /** Decides on a batch, publishes and stores. */
  Uni<Void> read(List<TrackRecord> records, Progress progress) {
    return serial.run(() ->
        begin(progress.partition(), unwatched(progress.agencies()))
            .chain(() -> effects.run(decide(records), progress)));
  }

  /** Puts other zones into use. */
  Uni<Void> change(AgencyId agency, AgencyZones changed) {
    return serial.run(() -> carryOut(agency, watch.onZonesChanged(agency, changed)));
  }

  /**
   * Tells of the zones that began or ceased to apply up to a time around tracks not heard since.
   */
  Uni<Void> tick(Instant now) {
    return serial.run(() ->
        Multi.createFrom()
            .iterable(watch.due(now))
            .onItem()
            .transformToUniAndConcatenate(agency -> carryOut(agency, watch.onTime(agency, now)))
            .collect()
            .last());
  }

  /** Version of the zones in use, by agency. */
  Uni<Map<AgencyId, Long>> versions() {
    return serial.run(() -> Uni.createFrom().item(watch::versions));
  }

  private Set<AgencyId> unwatched(Set<AgencyId> agencies) {
    Set<AgencyId> unwatched = new HashSet<>(agencies);
    unwatched.removeIf(watch::watches);
    return unwatched;
  }

  private Uni<Void> begin(TopicPartition partition, Collection<AgencyId> agencies) {
    return Multi.createFrom()
        .iterable(agencies)
        .onItem()
        .transformToUniAndConcatenate(agency -> begin(partition, agency))
        .collect()
        .last();
  }

  private Uni<Void> begin(TopicPartition partition, AgencyId agency) {
    return effects
        .insist(Set.of(agency), "loading zones", () -> zones.load(agency))
        .chain(loaded ->
            effects
                .insist(Set.of(agency), "loading presences", () -> presences.load(agency))
                .chain(rows ->
                    effects
                        .publishUnpublished(agency)
                        .chain(() -> begin(partition, agency, loaded, rows))));
  }

  private Uni<Void> begin(
      TopicPartition partition, AgencyId agency, AgencyZones loaded, List<PresenceRow> rows) {
    byPartition.computeIfAbsent(partition, first -> new HashSet<>()).add(agency);
    sightings.restore(agency, rows);
    return carryOut(
        agency, watch.begin(agency, loaded, rows.stream().map(PresenceRow::presence).toList()));
  }

  private Uni<Void> carryOut(AgencyId agency, Outcome outcome) {
    Effects todo = new Effects(sightings);
    todo.add(agency, outcome);
    return todo.isEmpty() ? Uni.createFrom().voidItem() : effects.runOnce(agency, todo);
  }

  private Effects decide(List<TrackRecord> records) {
    Effects todo = new Effects(sightings);
    for (TrackRecord record : records) {
      Outcome outcome = watch.onTrack(record.agency(), record.change());
      sightings.refresh(record);
      todo.add(record, outcome);
    }
    return todo;
  }

  private void drop(TopicPartition partition) {
    Set<AgencyId> agencies = byPartition.remove(partition);
    if (agencies != null) {
      agencies.forEach(watch::forget);
      agencies.forEach(sightings::forget);
      agencies.forEach(zones::forget);
    }
  }
}
