package org.airwitness.zone.messaging;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.platform.messaging.BusWriter;
import org.airwitness.platform.messaging.BusWriter.Written;
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

  private final BusWriter<ZoneEvent> events;
  private final PresenceStore presences;
  private final Hindrances hindrances;
  private final ZoneMetrics metrics;

  EffectsRunner(
      @Channel("zone-events") MutinyEmitter<ZoneEvent> channel,
      KafkaClientService clients,
      PresenceStore presences,
      Hindrances hindrances,
      ZoneMetrics metrics) {
    this.events = new BusWriter<>("zone-events", Topics.ZONE_EVENTS, channel, clients);
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
    List<Written<ZoneEvent>> records =
        publications.stream()
            .map(publication -> new Written<>(publication.agency(), publication.event()))
            .toList();
    return events.writeAll(records).invoke(() -> metrics.published(publications.size()));
  }
}
