package org.airwitness.alert.core.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key one subscriber's deliveries are signed with: 24 to 64 bytes, written {@code whsec_} and
 * base64 (Standard Webhooks, symmetric signatures).
 */
public final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int MIN_BYTES = 24;
  private static final int MAX_BYTES = 64;
  private static final int GENERATED_BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] key;

  private WebhookSecret(byte[] key) {
    if (key.length < MIN_BYTES || key.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "A secret is '%s' and the base64 of %d to %d bytes"
              .formatted(PREFIX, MIN_BYTES, MAX_BYTES));
    }
    this.key = key;
  }

  public static WebhookSecret ofBytes(byte[] key) {
    return new WebhookSecret(key.clone());
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException when it is not one
   */
  public static WebhookSecret parse(String text) {
    byte[] key = new byte[0];
    if (text.startsWith(PREFIX)) {
      try {
        key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
      } catch (IllegalArgumentException e) {
        key = new byte[0];
      }
    }
    return new WebhookSecret(key);
  }

  /** Makes a new secret. */
  public static WebhookSecret generate(RandomGenerator random) {
    byte[] key = new byte[GENERATED_BYTES];
    random.nextBytes(key);
    return new WebhookSecret(key);
  }

  public byte[] bytes() {
    return key.clone();
  }

  /** The written form, which the subscriber gets to see once. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /**
   * Signs one attempt.
   *
   * @param id of the delivery, without a dot
   * @param timestampS seconds since 1970 of the attempt
   * @param body exactly as sent, in UTF-8
   * @return value of the header {@code webhook-signature}
   */
  public String sign(String id, long timestampS, String body) {
    String signed = id + "." + timestampS + "." + body;
    byte[] signature = mac().doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signature);
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every JDK has " + ALGORITHM, e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof WebhookSecret secret && Arrays.equals(key, secret.key);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(key);
  }

  /** Does not show the key. */
  @Override
  public String toString() {
    return PREFIX + "...";
  }
}
