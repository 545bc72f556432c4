package org.airwitness.ingest.core;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jspecify.annotations.Nullable;

/**
 * A token a sensor signs for itself: a JSON Web Token (RFC 7519) with EdDSA over Ed25519 (RFC
 * 8037), {@code sub} its user name, {@code aud} {@value #AUDIENCE}, {@code iat} and {@code exp} at
 * most 24 hours apart.
 */
public final class SensorToken {
  public static final String AUDIENCE = "airwitness";
  static final Duration MAX_LIFETIME = Duration.ofHours(24);
  private static final int LEEWAY_S = 60;

  /** Verifies nothing; used when no key is registered, so that a refusal takes as long. */
  private static final PublicKey OF_NOBODY = keyOfNobody();

  private SensorToken() {}

  /** Whether a password looks like a token. */
  public static boolean looksLike(String password) {
    return password.startsWith("eyJ") && password.chars().filter(c -> c == '.').count() == 2;
  }

  /** Reads whose a token says it is; nothing of it is verified. */
  public static Optional<SensorKey> claimedSensor(String token) {
    try {
      String subject =
          new JwtConsumerBuilder()
              .setSkipAllValidators()
              .setSkipSignatureVerification()
              .setDisableRequireSignature()
              .build()
              .processToClaims(token)
              .getSubject();
      return subject == null ? Optional.empty() : SensorKey.parse(subject);
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }

  /** Verifies a token; returns when it expires, empty whatever is wrong with it. */
  public static Optional<Instant> verify(
      String token, SensorKey sensor, @Nullable PublicKey key, Instant now) {
    try {
      JwtContext context = consumer(sensor, key == null ? OF_NOBODY : key, now).process(token);
      for (JsonWebStructure part : context.getJoseObjects()) {
        if (bringsItsOwnKey(part)) {
          return Optional.empty();
        }
      }
      JwtClaims claims = context.getJwtClaims();
      Instant expires = instant(claims.getExpirationTime());
      boolean brief = !expires.isAfter(instant(claims.getIssuedAt()).plus(MAX_LIFETIME));
      return key != null && brief ? Optional.of(expires) : Optional.empty();
    } catch (InvalidJwtException | MalformedClaimException e) {
      return Optional.empty();
    }
  }

  private static JwtConsumer consumer(SensorKey sensor, PublicKey key, Instant now) {
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(
            AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.EDDSA)
        .setVerificationKey(key)
        .setExpectedAudience(AUDIENCE)
        .setExpectedSubject(sensor.username())
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setIssuedAtRestrictions(0, (int) MAX_LIFETIME.toSeconds())
        .setAllowedClockSkewInSeconds(LEEWAY_S)
        .setEvaluationTime(NumericDate.fromMilliseconds(now.toEpochMilli()))
        .build();
  }

  private static boolean bringsItsOwnKey(JsonWebStructure part) {
    var headers = part.getHeaders();
    return headers.getObjectHeaderValue("jku") != null
        || headers.getObjectHeaderValue("x5u") != null
        || headers.getObjectHeaderValue("jwk") != null
        || headers.getObjectHeaderValue("x5c") != null;
  }

  private static Instant instant(NumericDate date) {
    return Instant.ofEpochMilli(date.getValueInMillis());
  }

  /**
   * Reads a public key.
   *
   * @param der SubjectPublicKeyInfo (RFC 8410)
   * @throws IllegalArgumentException when it is not an Ed25519 key
   */
  public static PublicKey key(byte[] der) {
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException(
          "publicKey is an Ed25519 public key in PEM or base64 DER (SubjectPublicKeyInfo)", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has Ed25519", e);
    }
  }

  private static PublicKey keyOfNobody() {
    try {
      return KeyPairGenerator.getInstance("Ed25519").generateKeyPair().getPublic();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has Ed25519", e);
    }
  }
}
