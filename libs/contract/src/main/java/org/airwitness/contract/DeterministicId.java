package org.airwitness.contract;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids computed from what caused a record, so that doing it again yields the same id: the first 128
 * bits of SHA-256 over the length-prefixed parts, marked as UUID version 8 (RFC 9562, 5.8).
 */
public final class DeterministicId {
  private final MessageDigest digest;

  private DeterministicId(String kind) {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
    with(kind);
  }

  /** Starts an id; the kind keeps ids of different records apart. */
  public static DeterministicId of(String kind) {
    return new DeterministicId(kind);
  }

  public DeterministicId with(String part) {
    return with(part.getBytes(StandardCharsets.UTF_8));
  }

  public DeterministicId with(long part) {
    return with(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
  }

  public DeterministicId with(UUID part) {
    return with(bytes(part));
  }

  /** Adds bytes; the length goes in first, so that no two lists of parts look alike. */
  public DeterministicId with(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
    digest.update(part);
    return this;
  }

  /** Finishes the id; the builder must not be used again. */
  public UUID toUuid() {
    ByteBuffer hash = ByteBuffer.wrap(digest.digest());
    long high = (hash.getLong() & 0xffff_ffff_ffff_0fffL) | 0x8000L;
    long low = (hash.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }

  /** Returns the 16 bytes an id has on the wire. */
  public static ByteString toWire(UUID id) {
    return ByteString.copyFrom(bytes(id));
  }

  /**
   * Reads an id from the wire.
   *
   * @throws IllegalArgumentException when it is not 16 bytes long
   */
  public static UUID fromWire(ByteString wire) {
    if (wire.size() != 16) {
      throw new IllegalArgumentException("An id has 16 bytes, this one " + wire.size());
    }
    ByteBuffer bytes = wire.asReadOnlyByteBuffer();
    return new UUID(bytes.getLong(), bytes.getLong());
  }

  private static byte[] bytes(UUID id) {
    return ByteBuffer.allocate(16)
        .putLong(id.getMostSignificantBits())
        .putLong(id.getLeastSignificantBits())
        .array();
  }
}
