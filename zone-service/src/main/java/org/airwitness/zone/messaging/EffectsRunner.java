package org.airwitness.zone.messaging;

import io.opentelemetry.api.trace.Span;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.BusWriter;
import org.airwitness.platform.messaging.BusWriter.Written;
import org.airwitness.platform.store.BusPositions.PositionMovedException;
import org.airwitness.platform.store.BusPositions.Progress;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.zone.messaging.Effects.Publication;
import org.airwitness.zone.ops.Hindrances;
import org.airwitness.zone.ops.ZoneMetrics;
import org.airwitness.zone.store.PresenceStore;
import org.airwitness.zone.store.UnpublishedEvent;
import org.airwitness.zone.store.UnpublishedEventStore;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.jboss.logging.Logger;

/**
 * Publishes events and stores presences. What a record of the bus brought about is published first:
 * after a crash it is decided again. Everything else is stored first and published from the store.
 * What fails is tried again for as long as it takes: the decision has been made, and the monitors
 * have moved on.
 */
@ApplicationScoped
class EffectsRunner {
  private static final Logger LOG = Logger.getLogger(EffectsRunner.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

  private final BusWriter<ZoneEvent> events;
  private final PresenceStore presences;
  private final UnpublishedEventStore unpublished;
  private final Hindrances hindrances;
  private final ZoneMetrics metrics;

  EffectsRunner(
      @Channel("zone-events") MutinyEmitter<ZoneEvent> channel,
      KafkaClientService clients,
      PresenceStore presences,
      UnpublishedEventStore unpublished,
      Hindrances hindrances,
      ZoneMetrics metrics) {
    this.events = new BusWriter<>("zone-events", Topics.ZONE_EVENTS, channel, clients);
    this.presences = presences;
    this.unpublished = unpublished;
    this.hindrances = hindrances;
    this.metrics = metrics;
  }

  /** Publishes and stores a batch; fails only with {@link PositionMovedException}. */
  Uni<Void> run(Effects effects, Progress progress) {
    return insist(
            progress.agencies(), "publishing zone events", () -> publish(effects.publications()))
        .chain(() ->
            insist(
                progress.agencies(),
                "storing presences",
                () -> presences.save(effects.presences(), progress)));
  }

  /** Stores and then publishes what no record of the bus would bring about again. */
  Uni<Void> runOnce(AgencyId agency, Effects effects) {
    List<UnpublishedEvent> events = effects.unpublished();
    return insist(
            Set.of(agency),
            "storing zone events",
            () ->
                unpublished.save(
                    agency, effects.presences().getOrDefault(agency, List.of()), events))
        .chain(() -> publish(agency, events));
  }

  /** Publishes what was stored and perhaps not published before a restart. */
  Uni<Void> publishUnpublished(AgencyId agency) {
    return insist(Set.of(agency), "loading unpublished zone events", () -> unpublished.load(agency))
        .chain(events -> publish(agency, events));
  }

  private Uni<Void> publish(AgencyId agency, List<UnpublishedEvent> events) {
    return events.isEmpty()
        ? Uni.createFrom().voidItem()
        : insist(
                Set.of(agency),
                "publishing zone events",
                () ->
                    publish(
                        events.stream()
                            .map(event -> new Publication(agency, Effects.parse(event), null))
                            .toList()))
            .chain(() ->
                insist(
                    Set.of(agency),
                    "removing published zone events",
                    () -> unpublished.remove(agency, events)));
  }

  /**
   * Repeats work until it succeeds; the service is not ready meanwhile.
   *
   * @param agencies whose work it is
   */
  <T> Uni<T> insist(Set<AgencyId> agencies, String what, Supplier<Uni<T>> work) {
    return Uni.createFrom()
        .deferred(work::get)
        .onFailure(EffectsRunner::mayPass)
        .invoke(failure -> {
          hindrances.hindered(what, failure);
          LogFields.with(
              agencies,
              Span.getInvalid(),
              () -> LOG.warnf("%s failed and is tried again: %s", what, failure));
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

  private Uni<Void> publish(List<Publication> publications) {
    List<Written<ZoneEvent>> records =
        publications.stream()
            .map(publication ->
                new Written<>(publication.agency(), publication.event(), publication.traceparent()))
            .toList();
    return events.writeAll(records).invoke(() -> metrics.published(publications.size()));
  }
}
