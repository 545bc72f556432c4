package org.airwitness.zone.messaging;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.messaging.Repeated;
import org.airwitness.platform.messaging.Serial;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.zone.store.ZoneIndexStore;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Keeps the zones in memory as new as those in the database: reloads an agency's when told, and
 * looks from time to time whether a change went unheard. Many requests for one agency while it
 * waits make one reload.
 */
@ApplicationScoped
class ZoneRefresh {
  private static final Logger LOG = Logger.getLogger(ZoneRefresh.class);

  private final WatchedAgencies agencies;
  private final ZoneIndexStore zones;
  private final Duration every;
  private final Serial reloads = new Serial();
  private final Set<AgencyId> waiting = ConcurrentHashMap.newKeySet();
  private Cancellable polling = () -> {};

  ZoneRefresh(
      WatchedAgencies agencies,
      ZoneIndexStore zones,
      @ConfigProperty(name = "airwitness.zones.poll") Duration every) {
    this.agencies = agencies;
    this.zones = zones;
    this.every = every;
  }

  void start(@Observes StartupEvent event) {
    polling = Repeated.atOnce(every, this::poll, failure -> warn("Looking for changes", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    polling.cancel();
  }

  /** Reloads an agency's zones soon, if it is watched here. */
  void request(AgencyId agency) {
    if (waiting.add(agency)) {
      var _ =
          reloads.run(() -> {
            waiting.remove(agency);
            return reload(agency)
                .onFailure()
                .invoke(failure ->
                    LogFields.with(agency, () -> warn("Reloading the zones of " + agency, failure)))
                .onFailure()
                .recoverWithNull();
          });
    }
  }

  private Uni<Void> poll() {
    return agencies
        .versions()
        .chain(known -> zones.versions(known.keySet()).invoke(stored -> compare(known, stored)))
        .replaceWithVoid();
  }

  private void compare(Map<AgencyId, Long> known, Map<AgencyId, Long> stored) {
    stored.forEach((agency, version) -> {
      if (version > known.getOrDefault(agency, Long.MAX_VALUE)) {
        request(agency);
      }
    });
  }

  private Uni<Void> reload(AgencyId agency) {
    return agencies
        .versions()
        .chain(known ->
            known.containsKey(agency)
                ? zones.refresh(agency).chain(loaded -> agencies.change(agency, loaded))
                : Uni.createFrom().voidItem());
  }

  /** What fails is done again by the next poll. */
  private static void warn(String what, Throwable failure) {
    LOG.warnf("%s failed: %s", what, failure);
  }
}
