package org.airwitness.zone.messaging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.platform.messaging.BusWriter;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.zone.ops.Hindrances;
import org.airwitness.zone.ops.ZoneMetrics;
import org.airwitness.zone.store.PresenceStore;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Publishes events, then stores presences. What fails is tried again for as long as it takes: the
 * decision has been made, and the monitors have moved on.
 */
@ApplicationScoped
class EffectsRunner {
  private static final Logger LOG = Logger.getLogger(EffectsRunner.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  /** Events on their way to Kafka at a time; fewer than the emitter's buffer holds. */
  private static final int IN_FLIGHT = 64;

  private final BusWriter<ZoneEvent> events;
  private final PresenceStore presences;
  private final Hindrances hindrances;
  private final ZoneMetrics metrics;

  EffectsRunner(
      @Channel("zone-events") MutinyEmitter<ZoneEvent> events,
      PresenceStore presences,
      Hindrances hindrances,
      ZoneMetrics metrics) {
    this.events = new BusWriter<>(events);
    this.presences = presences;
    this.hindrances = hindrances;
    this.metrics = metrics;
  }

  /** Publishes and stores; fails only with {@link PositionMovedException}. */
  Uni<Void> run(Effects effects, Optional<Progress> progress) {
    return insist("publishing zone events", () -> publish(effects.publications()))
        .chain(
            () -> insist("storing presences", () -> presences.save(effects.presences(), progress)));
  }

  /** Repeats work until it succeeds; the service is not ready meanwhile. */
  <T> Uni<T> insist(String what, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(EffectsRunner::mayPass)
        .invoke(failure -> {
          hindrances.hindered(what, failure);
          LOG.warnf("%s failed and is tried again: %s", what, failure);
        })
        .onFailure(EffectsRunner::mayPass)
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .indefinitely()
        .invoke(done -> hindrances.goesOn(what));
  }

  private static boolean mayPass(Throwable failure) {
    return !(failure instanceof PositionMovedException);
  }

  private Uni<Void> publish(List<Effects.Publication> publications) {
    return Multi.createFrom()
        .iterable(publications)
        .onItem()
        .transformToUni(publication -> events.write(publication.agency(), publication.event()))
        .merge(IN_FLIGHT)
        .collect()
        .last()
        .invoke(() -> metrics.published(publications.size()));
  }
}
