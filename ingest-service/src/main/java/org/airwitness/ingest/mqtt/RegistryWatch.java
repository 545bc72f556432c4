package org.airwitness.ingest.mqtt;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.airwitness.ingest.config.ListenerConfig;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.core.routing.Region;
import org.airwitness.ingest.core.routing.RegionChange;
import org.airwitness.platform.agency.AgencyId;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps this instance in step with the registry, whichever instance changed it: ends connections
 * whose sensor is gone or whose password was changed, and learns of new regions. The listener opens
 * only after the regions were read once, because a shared sighting that is not routed is lost to
 * others.
 */
@ApplicationScoped
public class RegistryWatch {
  private static final Logger LOG = Logger.getLogger(RegistryWatch.class);

  /** A read that takes as long as this many refreshes has no answer to come. */
  private static final int READ_LIMIT = 10;

  private final Vertx vertx;
  private final ListenerConfig config;
  private final Registry registry;
  private final Intake intake;
  private final MqttListener listener;
  private final InstantSource clock;

  /** Touched by one refresh at a time. */
  private final Map<AgencyId, Region> regions = new HashMap<>();

  private final Map<AgencyId, String> versions = new HashMap<>();

  private final Object lock = new Object();
  private boolean looking;
  private @Nullable CompletableFuture<Void> next;
  private volatile boolean running = true;

  RegistryWatch(
      Vertx vertx,
      ListenerConfig config,
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
    lookNow();
    vertx.setPeriodic(config.registryRefresh().toMillis(), timer -> lookNow());
  }

  void stop(@Observes ShutdownEvent event) {
    running = false;
  }

  /**
   * Reads the registry at once; completes when this instance keeps to what it holds now, or could
   * not read it and will try again.
   */
  public CompletionStage<Void> lookNow() {
    synchronized (lock) {
      CompletableFuture<Void> look = next == null ? new CompletableFuture<>() : next;
      if (looking) {
        next = look;
      } else if (running) {
        looking = true;
        look(look);
      }
      return look;
    }
  }

  /** One look after the other. */
  private void look(CompletableFuture<Void> look) {
    refreshRegions()
        .thenCompose(done -> listener.isListening() ? refreshConnections() : listener.listen())
        .whenComplete((done, failure) -> {
          if (failure != null && running) {
            LOG.warnf("Tries again: %s", cause(failure).getMessage());
          }
          look.complete(null);
          lookAgain();
        });
  }

  /** What went wrong in a step, which the stages after it wrap. */
  private static Throwable cause(Throwable failure) {
    Throwable cause = failure.getCause();
    return failure instanceof CompletionException && cause != null ? cause : failure;
  }

  private void lookAgain() {
    CompletableFuture<Void> asked;
    synchronized (lock) {
      asked = next;
      next = null;
      looking = asked != null;
    }
    if (asked != null) {
      look(asked);
    }
  }

  /** Reads the regions that are new or were changed. */
  CompletionStage<Void> refreshRegions() {
    return answered(registry.regions(Map.copyOf(versions)))
        .thenAccept(changes -> {
          if (!changes.isEmpty()) {
            changes.forEach(this::take);
            intake.routeBy(new AgencyRegions(regions));
          }
        });
  }

  private void take(RegionChange change) {
    versions.put(change.agency(), change.version());
    if (change.region() == null) {
      regions.remove(change.agency());
    } else {
      regions.put(change.agency(), change.region());
    }
  }

  /** Judges the connections open before the registry is read: newer ones it may not know yet. */
  private CompletionStage<Void> refreshConnections() {
    CompletableFuture<List<SensorConnection>> open = new CompletableFuture<>();
    listener.withConnections(connections -> open.complete(connections.all()));
    return open.thenCompose(connections ->
        answered(registry.list(agencies(connections)))
            .thenCompose(registered ->
                CompletableFuture.runAsync(
                    () -> refresh(connections, registered), this::amongConnections)));
  }

  /** One read without an answer must not be the last. */
  private <T> CompletionStage<T> answered(CompletionStage<T> read) {
    Duration limit = config.registryRefresh().multipliedBy(READ_LIMIT);
    return read.toCompletableFuture()
        .orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionallyCompose(failure ->
            CompletableFuture.failedStage(
                failure instanceof TimeoutException
                    ? new TimeoutException("The registry did not answer within " + limit)
                    : failure));
  }

  private void amongConnections(Runnable work) {
    listener.withConnections(connections -> work.run());
  }

  private static Set<AgencyId> agencies(List<SensorConnection> connections) {
    return connections.stream()
        .map(connection -> connection.key().agency())
        .collect(Collectors.toSet());
  }

  private void refresh(List<SensorConnection> connections, Map<SensorKey, Sensor> registered) {
    for (SensorConnection connection : connections) {
      connection.refresh(registered.get(connection.key()));
      connection.closeIfDead(clock.instant(), config.idleLimit(), config.slowReaderLimit());
    }
  }
}
