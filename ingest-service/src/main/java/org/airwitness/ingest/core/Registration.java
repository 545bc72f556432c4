package org.airwitness.ingest.core;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A sensor with what it may sign in with.
 *
 * @param hash of its password
 * @param tokenKey verifies its tokens, null when it may not sign in with one
 * @param certificateSha256 of its certificate (DER), null when it may not sign in with one
 */
@SuppressWarnings("ArrayRecordComponent") // compared by presents only
public record Registration(
    Sensor sensor,
    Password.Hash hash,
    @Nullable PublicKey tokenKey,
    byte @Nullable [] certificateSha256) {

  /** A sensor that signs in with its password. */
  public Registration(Sensor sensor, Password.Hash hash) {
    this(sensor, hash, null, null);
  }

  /**
   * A sensor that has signed in.
   *
   * @param until when what it signed in with expires, null when that does not
   */
  public record SignedIn(Sensor sensor, @Nullable Instant until) {}

  /**
   * Checks a password. Without a registration it takes as long and fails alike, so that nobody
   * learns which sensors exist.
   */
  public static Optional<Sensor> authenticate(
      Optional<Registration> registration, String password) {
    Password.Hash hash = registration.map(Registration::hash).orElse(Password.Hash.OF_NOBODY);
    boolean matches = hash.matches(password);
    return registration.filter(known -> matches).map(Registration::sensor);
  }

  /** Checks a token, in the same way. */
  public static Optional<SignedIn> verify(
      Optional<Registration> registration, SensorKey claimed, String token, Instant now) {
    PublicKey key = registration.map(Registration::tokenKey).orElse(null);
    Optional<Instant> until = SensorToken.verify(token, claimed, key, now);
    return registration.flatMap(known -> until.map(at -> new SignedIn(known.sensor(), at)));
  }

  /** Whether a certificate is the registered one. */
  public boolean isOf(byte[] sha256) {
    return certificateSha256 != null && MessageDigest.isEqual(certificateSha256, sha256);
  }
}
