package org.airwitness.ingest.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.ingest.ops.IngestMetrics;
import org.airwitness.ingest.store.HealthStore;
import org.airwitness.platform.agency.AgencyId;
import org.jboss.logging.Logger;

/**
 * Tells the bus when a sensor becomes silent, deaf or online again: look, publish, keep. A crash in
 * between tells the same once more; several instances may do so too.
 */
@ApplicationScoped
class HealthPublisher {
  private static final Logger LOG = Logger.getLogger(HealthPublisher.class);
  private static final long PERIOD_MS = Duration.ofSeconds(5).toMillis();

  private final Vertx vertx;
  private final HealthStore store;
  private final KafkaBus bus;
  private final IngestMetrics metrics;
  private final InstantSource clock;
  private volatile boolean running = true;

  HealthPublisher(
      Vertx vertx, HealthStore store, KafkaBus bus, IngestMetrics metrics, InstantSource clock) {
    this.vertx = vertx;
    this.store = store;
    this.bus = bus;
    this.metrics = metrics;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    vertx.setTimer(PERIOD_MS, timer -> lookAgain());
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
  }

  private void lookAgain() {
    look()
        .subscribe()
        .with(
            done -> next(),
            failure -> {
              LOG.warnf("The health of sensors will be told later: %s", failure.getMessage());
              next();
            });
  }

  private void next() {
    if (running) {
      vertx.setTimer(PERIOD_MS, timer -> lookAgain());
    }
  }

  private Uni<Void> look() {
    return store
        .agencies()
        .onItem()
        .transformToUniAndConcatenate(this::look)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> look(AgencyId agency) {
    Instant now = clock.instant();
    return store
        .changes(agency, now)
        .chain(changes ->
            changes.isEmpty() ? Uni.createFrom().voidItem() : tell(agency, changes, now));
  }

  private Uni<Void> tell(AgencyId agency, List<HealthStore.Change> changes, Instant now) {
    List<SensorStatus> records = changes.stream().map(change -> record(change, now)).toList();
    return Uni.createFrom()
        .completionStage(() -> bus.publishStatuses(agency, records))
        .chain(() -> store.told(agency, changes))
        .invoke(() -> changes.forEach(change -> metrics.health(change.now(), 1)));
  }

  private static SensorStatus record(HealthStore.Change change, Instant now) {
    var wire =
        SensorStatus.newBuilder()
            .setAgencyId(change.sensor().agency().value())
            .setSensorId(change.sensor().sensor())
            .setReportedAtUs(WireObservations.micros(now))
            .setArrivedAtUs(WireObservations.micros(now))
            .setHealth(change.now().label());
    if (change.firmware() != null) {
      wire.setFirmware(change.firmware());
    }
    if (change.model() != null) {
      wire.setModel(change.model());
    }
    return wire.build();
  }
}
