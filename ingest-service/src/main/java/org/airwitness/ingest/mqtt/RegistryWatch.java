package org.airwitness.ingest.mqtt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.airwitness.ingest.config.IngestConfig;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.core.routing.Region;
import org.airwitness.platform.agency.AgencyId;
import org.jboss.logging.Logger;

/**
 * Keeps this instance in step with the registry, whichever instance changed it: ends connections
 * whose sensor is gone or whose password was changed, and learns of new regions. The listener opens
 * only after the regions were read once, because a shared sighting that is not routed is lost to
 * others.
 */
@ApplicationScoped
class RegistryWatch {
  private static final Logger LOG = Logger.getLogger(RegistryWatch.class);

  private final Vertx vertx;
  private final IngestConfig config;
  private final Registry registry;
  private final Intake intake;
  private final MqttListener listener;
  private final InstantSource clock;

  /** Touched by one refresh at a time. */
  private final Map<AgencyId, Region> regions = new HashMap<>();

  private volatile boolean running = true;

  RegistryWatch(
      Vertx vertx,
      IngestConfig config,
      Registry registry,
      Intake intake,
      MqttListener listener,
      InstantSource clock) {
    this.vertx = vertx;
    this.config = config;
    this.registry = registry;
    this.intake = intake;
    this.listener = listener;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    turn();
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
  }

  /** One turn after the other; a failed one is tried again. */
  private void turn() {
    refreshRegions()
        .thenCompose(done -> listener.isListening() ? refreshConnections() : listener.listen())
        .whenComplete((done, failure) -> {
          if (failure != null && running) {
            LOG.warnf("The registry will be read again: %s", failure.getMessage());
          }
          if (running) {
            vertx.setTimer(config.registryRefresh().toMillis(), timer -> turn());
          }
        });
  }

  /** Reads the regions of agencies that are new. */
  CompletionStage<Void> refreshRegions() {
    return registry
        .regions(Set.copyOf(regions.keySet()))
        .thenAccept(added -> {
          if (!added.isEmpty()) {
            regions.putAll(added);
            intake.routeBy(new AgencyRegions(regions));
          }
        });
  }

  /** Judges the connections open before the registry is read: newer ones it may not know yet. */
  private CompletionStage<Void> refreshConnections() {
    CompletableFuture<List<SensorConnection>> open = new CompletableFuture<>();
    listener.withConnections(connections -> open.complete(connections.all()));
    return open.thenCompose(connections ->
        registry
            .list(agencies(connections))
            .thenAccept(
                registered -> listener.withConnections(now -> refresh(connections, registered))));
  }

  private static Set<AgencyId> agencies(List<SensorConnection> connections) {
    return connections.stream()
        .map(connection -> connection.key().agency())
        .collect(Collectors.toSet());
  }

  private void refresh(List<SensorConnection> connections, Map<SensorKey, Sensor> registered) {
    for (SensorConnection connection : connections) {
      connection.refresh(registered.get(connection.key()));
      connection.closeIfIdle(clock.instant(), config.idleLimit());
    }
  }
}
