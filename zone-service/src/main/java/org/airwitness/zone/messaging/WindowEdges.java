package org.airwitness.zone.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.airwitness.platform.messaging.Repeated;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * The clock by which zones begin and cease to apply around drones of which no fix comes: it lets
 * fixes arrive that are on their way, then the edge is decided without them.
 */
@ApplicationScoped
class WindowEdges {
  private static final Logger LOG = Logger.getLogger(WindowEdges.class);
  private static final Duration EVERY = Duration.ofMillis(250);

  private final WatchedAgencies agencies;
  private final Duration lateness;
  private final InstantSource clock = InstantSource.system();
  private Cancellable ticking = () -> {};

  WindowEdges(
      WatchedAgencies agencies,
      @ConfigProperty(name = "airwitness.zones.lateness") Duration lateness) {
    this.agencies = agencies;
    this.lateness = lateness;
  }

  void start(@Observes StartupEvent event) {
    ticking =
        Repeated.atOnce(
            EVERY,
            () -> agencies.tick(clock.instant().minus(lateness)),
            failure -> LOG.errorf(failure, "Window edges were not decided"));
  }

  void stop(@Observes ShutdownEvent event) {
    ticking.cancel();
  }
}
