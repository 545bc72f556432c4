package org.airwitness.ingest.store;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.airwitness.ingest.core.Activity;
import org.airwitness.ingest.core.ActivityLog;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.platform.agency.AgencyId;
import org.jboss.logging.Logger;

/** Writes the counters each second and at the end, and forgets what is old. */
@ApplicationScoped
class Housekeeping {
  private static final Logger LOG = Logger.getLogger(Housekeeping.class);
  private static final long FLUSH_MS = 1000;
  private static final long TRIM_MS = Duration.ofMinutes(1).toMillis();
  private static final long TRIM_ALL_MS = Duration.ofHours(1).toMillis();
  private static final long LAST_FLUSH_S = 3;
  private static final int AFTER_CONNECTIONS = 2;

  private final Vertx vertx;
  private final ActivityMeter meter;
  private final ActivityLog log;
  private final QuarantineStore quarantine;
  private final HealthStore health;
  private final Pool pool;

  Housekeeping(
      Vertx vertx,
      ActivityMeter meter,
      ActivityLog log,
      QuarantineStore quarantine,
      HealthStore health,
      Pool pool) {
    this.health = health;
    this.vertx = vertx;
    this.meter = meter;
    this.log = log;
    this.quarantine = quarantine;
    this.pool = pool;
  }

  void start(@Observes StartupEvent event) {
    vertx.setTimer(FLUSH_MS, timer -> flushAgain());
    vertx.setPeriodic(TRIM_MS, timer -> run(quarantine.trim()));
    vertx.setPeriodic(TRIM_ALL_MS, timer -> run(agencies().chain(all -> quarantine.trim(all))));
    vertx.setPeriodic(TRIM_ALL_MS, timer -> run(health.forgetReach()));
  }

  void stop(@Observes @Priority(AFTER_CONNECTIONS) ShutdownEvent event) {
    flush().toCompletableFuture().completeOnTimeout(null, LAST_FLUSH_S, TimeUnit.SECONDS).join();
  }

  private void flushAgain() {
    flush().whenComplete((done, never) -> vertx.setTimer(FLUSH_MS, timer -> flushAgain()));
  }

  private CompletionStage<Void> flush() {
    List<Activity> activities = meter.take();
    if (activities.isEmpty()) {
      return CompletableFuture.completedFuture(null);
    }
    return log.add(activities)
        .exceptionally(failure -> {
          LOG.warnf("Counters will be written again: %s", failure.getMessage());
          meter.putBack(activities);
          return null;
        });
  }

  private Uni<List<AgencyId>> agencies() {
    return pool.query("select id from agency")
        .execute()
        .map(rows -> {
          List<AgencyId> agencies = new ArrayList<>(rows.size());
          for (Row row : rows) {
            agencies.add(new AgencyId(row.getString(0)));
          }
          return agencies;
        });
  }

  private static void run(Uni<Void> work) {
    work.subscribe()
        .with(
            done -> {},
            failure -> LOG.warnf("What is old will be deleted later: %s", failure.getMessage()));
  }
}
