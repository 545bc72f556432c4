package org.airwitness.ingest.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A generated password of a sensor: 256 random bits in 43 characters of base64url. It is long
 * enough that a fast salted hash protects it; a slow one would turn a reconnect storm into an
 * outage.
 */
public record Password(String text) {
  private static final int BYTES = 32;
  private static final int SALT_BYTES = 16;

  public static Password generate() {
    return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(random(BYTES)));
  }

  /** Hides the text. */
  @Override
  public String toString() {
    return "Password[hidden]";
  }

  /** Salted SHA-256 of a password. */
  @SuppressWarnings("ArrayRecordComponent") // compared by matches only
  public record Hash(byte[] salt, byte[] hash) {
    /** Matches nothing; compared with when there is no password, so that it takes as long. */
    static final Hash OF_NOBODY = new Hash(random(SALT_BYTES), random(BYTES));

    public static Hash of(Password password) {
      byte[] salt = random(SALT_BYTES);
      return new Hash(salt, digest(salt, password.text()));
    }

    /** Compares in time that does not depend on where they differ. */
    public boolean matches(String password) {
      return MessageDigest.isEqual(hash, digest(salt, password));
    }
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new SecureRandom().nextBytes(bytes); // not static: a native image must not be made with it
    return bytes;
  }

  private static byte[] digest(byte[] salt, String password) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(salt);
      return digest.digest(password.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
