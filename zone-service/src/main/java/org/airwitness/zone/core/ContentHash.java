package org.airwitness.zone.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a published zone; of JSON the same whatever its blanks and the order of its members.
 */
final class ContentHash {
  private static final ObjectMapper SORTING =
      new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);

  private ContentHash() {}

  static String of(String published) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical(published));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private static byte[] canonical(String published) {
    if (!published.startsWith("{")) {
      return published.getBytes(UTF_8);
    }
    try {
      return SORTING.writeValueAsBytes(SORTING.readValue(published, Object.class));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON", e);
    }
  }
}
