package org.airwitness.track.messaging;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.function.Supplier;
import org.airwitness.platform.messaging.Repeated;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets time pass for the trackers each second, and makes room for the days ahead each hour. */
@ApplicationScoped
class Silence {
  private static final Logger LOG = Logger.getLogger(Silence.class);

  private final Tracking tracking;
  private @Nullable Cancellable ticks;
  private @Nullable Cancellable hours;

  Silence(Tracking tracking) {
    this.tracking = tracking;
  }

  void start(@Observes StartupEvent event) {
    ticks = every(Duration.ofSeconds(1), tracking::tick);
    hours = every(Duration.ofHours(1), tracking::maintain);
  }

  @PreDestroy
  void stop() {
    if (ticks != null) {
      ticks.cancel();
    }
    if (hours != null) {
      hours.cancel();
    }
  }

  private static Cancellable every(Duration period, Supplier<Uni<Void>> work) {
    return Repeated.later(
        period, work, e -> LOG.warnf("A periodic task failed: %s", e.getMessage()));
  }
}
