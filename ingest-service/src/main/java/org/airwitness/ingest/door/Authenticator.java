package org.airwitness.ingest.door;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.core.Registration;
import org.airwitness.ingest.core.Registration.SignedIn;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorToken;
import org.jspecify.annotations.Nullable;

/**
 * Checks what sensors sign in with. Registrations are remembered for a moment, unknown ones too, so
 * that a reconnect storm does not become a storm on the database.
 */
@ApplicationScoped
public class Authenticator {
  private static final int MAX_REMEMBERED = 20_000;

  private final Registry registry;
  private final InstantSource clock;
  private final AsyncCache<SensorKey, Optional<Registration>> registrations;

  public Authenticator(Registry registry, DoorConfig config, InstantSource clock) {
    this.clock = clock;
    this.registry = registry;
    this.registrations =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterWrite(config.credentialCache())
            .buildAsync();
  }

  /**
   * Finds the sensor behind credentials; empty whatever is wrong with them. One kind counts: a
   * certificate before a token before a password, and nothing weaker is tried when it fails.
   */
  public CompletionStage<Optional<SignedIn>> authenticate(Credentials credentials) {
    if (credentials.certificate() != null) {
      return byCertificate(credentials.username(), credentials.certificate());
    }
    String password = credentials.password();
    if (password == null) {
      return nobody();
    }
    return SensorToken.looksLike(password)
        ? byToken(password)
        : byPassword(credentials.username(), password);
  }

  private CompletionStage<Optional<SignedIn>> byCertificate(
      @Nullable String username, Credentials.Certificate certificate) {
    String name = certificate.name();
    if (username != null && name != null && name.contains("@") && !name.equals(username)) {
      return nobody();
    }
    Instant now = clock.instant();
    return find(username == null ? name : username)
        .thenApply(registration ->
            registration
                .filter(known -> known.isOf(certificate.sha256()))
                .filter(known -> certificate.validUntil().isAfter(now))
                .map(known -> new SignedIn(known.sensor(), certificate.validUntil())));
  }

  private CompletionStage<Optional<SignedIn>> byToken(String token) {
    Optional<SensorKey> claimed = SensorToken.claimedSensor(token);
    if (claimed.isEmpty()) {
      return nobody();
    }
    return find(claimed.get())
        .thenApply(registration ->
            Registration.verify(registration, claimed.get(), token, clock.instant()));
  }

  private CompletionStage<Optional<SignedIn>> byPassword(
      @Nullable String username, String password) {
    return find(username)
        .thenApply(registration ->
            Registration.authenticate(registration, password)
                .map(sensor -> new SignedIn(sensor, null)));
  }

  private static CompletionStage<Optional<SignedIn>> nobody() {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** Finds a registered and enabled sensor, perhaps as it was a moment ago. */
  public CompletionStage<Optional<Sensor>> sensor(SensorKey key) {
    return find(key).thenApply(registration -> registration.map(Registration::sensor));
  }

  private CompletableFuture<Optional<Registration>> find(@Nullable String username) {
    return (username == null ? Optional.<SensorKey>empty() : SensorKey.parse(username))
        .map(this::find)
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  private CompletableFuture<Optional<Registration>> find(SensorKey key) {
    return registrations.get(
        key, (wanted, executor) -> registry.find(wanted).toCompletableFuture());
  }

  /** Reads a sensor's registration anew the next time. */
  public void forget(SensorKey key) {
    registrations.synchronous().invalidate(key);
  }
}
