package org.airwitness.ingest.door;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.core.Registration;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.jspecify.annotations.Nullable;

/**
 * Checks user names and passwords of sensors. Registrations are remembered for a moment, unknown
 * ones too, so that a reconnect storm does not become a storm on the database.
 */
@ApplicationScoped
public class Authenticator {
  private static final int MAX_REMEMBERED = 20_000;

  private final Registry registry;
  private final AsyncCache<SensorKey, Optional<Registration>> registrations;

  public Authenticator(Registry registry, DoorConfig config) {
    this.registry = registry;
    this.registrations =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(config.credentialCache())
            .buildAsync();
  }

  /** Finds the sensor behind a user name and password; empty whatever is wrong with them. */
  public CompletionStage<Optional<Sensor>> authenticate(
      @Nullable String username, @Nullable String password) {
    if (username == null || password == null) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    return SensorKey.parse(username)
        .map(this::find)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
        .thenApply(registration -> Registration.authenticate(registration, password));
  }

  /** Finds a sensor's registration, perhaps as it was a moment ago. */
  public CompletableFuture<Optional<Registration>> find(SensorKey key) {
    return registrations.get(
        key, (wanted, executor) -> registry.find(wanted).toCompletableFuture());
  }

  /** Reads a sensor's registration anew the next time. */
  public void forget(SensorKey key) {
    registrations.synchronous().invalidate(key);
  }
}
