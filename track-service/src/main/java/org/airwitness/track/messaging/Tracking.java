package org.airwitness.track.messaging;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.Serial;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.track.config.TrackConfig;
import org.airwitness.track.core.AgencyObservations;
import org.airwitness.track.core.Decision;
import org.airwitness.track.core.Trackers;
import org.airwitness.track.store.TrackingStore;
import org.airwitness.tracking.Track;
import org.jboss.logging.Logger;

/**
 * The single writer of tracks: batches, silence and rebalances pass through it one after the other.
 *
 * <p>A batch is published before it is stored. After a crash in between, the same observations meet
 * the same stored state again and yield the same updates. Silence cannot be replayed, so what it
 * ends is stored first and published again after a restart.
 */
@ApplicationScoped
class Tracking {
  private static final Logger LOG = Logger.getLogger(Tracking.class);
  private static final Duration FIRST_RETRY = Duration.ofMillis(100);
  private static final Duration LAST_RETRY = Duration.ofSeconds(5);

  private final Serial serial = new Serial();
  private final Trackers trackers;
  private final TrackingStore store;
  private final TracksPublisher publisher;
  private final TrackConfig config;
  private final InstantSource clock;

  Tracking(
      Trackers trackers,
      TrackingStore store,
      TracksPublisher publisher,
      TrackConfig config,
      InstantSource clock) {
    this.trackers = trackers;
    this.store = store;
    this.publisher = publisher;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Observations read together.
   *
   * @param traceparents of the observations that are in a trace, by their ids
   * @param span of the first of them, for the log
   */
  record Batch(
      List<AgencyObservations> observations,
      List<Progress> progress,
      Map<UUID, String> traceparents,
      Span span) {

    private Work work() {
      return new Work(
          observations.stream().map(AgencyObservations::agency).collect(Collectors.toSet()), span);
    }
  }

  /** Decides, publishes and stores one batch; done means that it may be acknowledged. */
  Uni<Void> accept(Batch batch) {
    Work work = batch.work();
    return serial.run(() ->
        work.persistently("look up", () -> store.unseen(batch.observations()))
            .map(unseen -> unseen.stream().map(trackers::accept).toList())
            .chain(decisions ->
                work.persistently(
                        "publish", () -> publisher.publish(decisions, batch.traceparents()))
                    .chain(() ->
                        work.persistently("store", () -> save(decisions, batch.progress())))));
  }

  /** Ends the tracks that have been silent for too long. */
  Uni<Void> tick() {
    return serial.run(() -> {
      List<Decision> ended = trackers.tick(clock.instant());
      Set<AgencyId> agencies = ended.stream().map(Decision::agency).collect(Collectors.toSet());
      Work silence = new Work(agencies, Span.getInvalid());
      return ended.isEmpty()
          ? Uni.createFrom().voidItem()
          : silence
              .persistently("store", () -> save(ended, List.of()))
              .chain(
                  () -> silence.persistently("publish", () -> publisher.publish(ended, Map.of())));
    });
  }

  /** Puts back the tracks of the agencies of a partition. */
  Uni<Void> load(int partition, Set<AgencyId> agencies) {
    return serial.run(() -> {
      trackers.begin(partition);
      return store
          .maintainPartitions(keepDays())
          .chain(() ->
              Multi.createFrom()
                  .iterable(agencies)
                  .onItem()
                  .transformToUniAndConcatenate(agency -> load(partition, agency))
                  .collect()
                  .last()
                  .replaceWithVoid());
    });
  }

  Uni<Void> forget(int partition) {
    return serial.run(() -> {
      trackers.forget(partition);
      return Uni.createFrom().voidItem();
    });
  }

  /** Makes the partitions of the days ahead. */
  Uni<Void> maintain() {
    return store.maintainPartitions(keepDays());
  }

  private Uni<Void> load(int partition, AgencyId agency) {
    return store
        .recentTracks(agency, clock.instant().minus(config.forgetAfter()))
        .invoke(tracks -> trackers.restore(partition, agency, tracks))
        .chain(tracks -> publisher.publishLost(agency, lost(tracks)));
  }

  private Uni<Void> save(List<Decision> decisions, List<Progress> progress) {
    return store.save(decisions, progress, clock.instant());
  }

  private int keepDays() {
    return Math.toIntExact(config.keepHistory().toDays());
  }

  private static List<Track> lost(List<Track> tracks) {
    return tracks.stream().filter(track -> track.status() == Track.Status.LOST).toList();
  }

  /** Whose work is done, and in which trace, for the log. */
  private record Work(Set<AgencyId> agencies, Span span) {

    /**
     * Repeats until it works: every step may be repeated, and giving up would lose observations.
     */
    <T> Uni<T> persistently(String what, Supplier<Uni<T>> step) {
      return Uni.createFrom()
          .deferred(() -> step.get())
          .onFailure(Work::isPassing)
          .invoke(e ->
              LogFields.with(
                  agencies,
                  span,
                  () -> LOG.warnf("Cannot %s a batch, trying again: %s", what, e.getMessage())))
          .onFailure(Work::isPassing)
          .retry()
          .withBackOff(FIRST_RETRY, LAST_RETRY)
          .indefinitely();
    }

    private static boolean isPassing(Throwable failure) {
      return !(failure instanceof PositionMovedException);
    }
  }
}
