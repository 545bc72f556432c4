package org.airwitness.zone.sources;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.airwitness.platform.messaging.Repeated;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.zone.core.Fetched;
import org.airwitness.zone.core.ZoneSource;
import org.airwitness.zone.imports.ZoneReading;
import org.airwitness.zone.ops.ZoneMetrics;
import org.airwitness.zone.store.ImportLedger.UnderWayException;
import org.airwitness.zone.store.SourceStore;
import org.airwitness.zone.store.SourceStore.Taken;
import org.airwitness.zone.store.ZoneWork;
import org.airwitness.zone.store.ZoneWork.Held;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Fetches the sets that are due, of whatever agency, and orders the import of what has changed. */
@ApplicationScoped
public class SourceRunner {
  private static final Logger LOG = Logger.getLogger(SourceRunner.class);

  /** Documents that may be in memory at a time. */
  private static final int MAX_IN_FLIGHT = 2;

  private final ZoneWork work;
  private final SourceStore sources;
  private final SourceClient client;
  private final ZoneReading reading;
  private final ZoneMetrics metrics;
  private final Duration every;
  private final InstantSource clock = InstantSource.system();
  private final AtomicInteger inFlight = new AtomicInteger();
  private Cancellable polling = () -> {};

  SourceRunner(
      ZoneWork work,
      SourceStore sources,
      SourceClient client,
      ZoneReading reading,
      ZoneMetrics metrics,
      @ConfigProperty(name = "airwitness.zones.work-poll") Duration every) {
    this.work = work;
    this.sources = sources;
    this.client = client;
    this.reading = reading;
    this.metrics = metrics;
    this.every = every;
  }

  void start(@Observes StartupEvent event) {
    polling =
        Repeated.atOnce(
            every, this::begin, failure -> LOG.warnf("Looking for sets to fetch: %s", failure));
  }

  void stop(@Observes ShutdownEvent event) {
    polling.cancel();
  }

  private Uni<Void> begin() {
    if (inFlight.get() >= MAX_IN_FLIGHT) {
      return Uni.createFrom().voidItem();
    }
    return work.claim(ZoneWork.Kind.FETCH)
        .chain(found -> {
          if (found.isEmpty()) {
            return Uni.createFrom().voidItem();
          }
          begin(found.get());
          return begin();
        });
  }

  /** A failure leaves the lease to end, so that the set is fetched again. */
  private void begin(Held held) {
    inFlight.incrementAndGet();
    var _ =
        sources
            .take(held)
            .chain(found -> found.map(this::carryOut).orElseGet(() -> Uni.createFrom().voidItem()))
            .onTermination()
            .invoke(inFlight::decrementAndGet)
            .subscribe()
            .with(
                done -> {},
                failure ->
                    LogFields.with(
                        held.owner(),
                        () ->
                            LOG.warnf(
                                "Set %s is fetched again, it could not be: %s",
                                held.id(), failure)));
  }

  private Uni<Void> carryOut(Taken taken) {
    return client
        .fetch(taken.source())
        .chain(fetched ->
            fetched instanceof Fetched.Document document
                ? reading
                    .run(() -> sha256(document.content()))
                    .chain(hash ->
                        MessageDigest.isEqual(hash, taken.sha256())
                            ? settle(taken, new Fetched.Unchanged(), null)
                            : settle(taken, document, hash))
                : settle(taken, fetched, null));
  }

  private Uni<Void> settle(Taken taken, Fetched fetched, byte @Nullable [] hash) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sources
        .settle(taken, fetched, hash, taken.source().pause(fetched), now)
        .invoke(() -> metrics.onFetch(fetched))
        .onFailure(UnderWayException.class)
        .recoverWithUni(busy -> {
          var refused = new Fetched.Refused(String.valueOf(busy.getMessage()));
          return sources
              .settle(taken, refused, null, ZoneSource.MIN_INTERVAL, now)
              .invoke(() -> metrics.onFetch(refused));
        });
  }

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
