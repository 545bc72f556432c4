package org.airwitness.ingest.core.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.airwitness.ingest.core.RefusalReason;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.MemoryLimitException;
import org.tukaani.xz.XZInputStream;

/**
 * Undoes the compression of a message, told by its first bytes: LZMA in the {@code .xz} and the
 * older {@code .lzma} form, and gzip. What comes out is bounded, whatever the message announces.
 */
enum Compression {
  NONE,
  XZ(0xFD, '7', 'z', 'X', 'Z', 0),
  LZMA(0x5D, 0, 0),
  GZIP(0x1F, 0x8B),
  ZSTD(0x28, 0xB5, 0x2F, 0xFD);

  /** Most bytes that come out of a message. */
  static final int MAX_BYTES = 4 * 1024 * 1024;

  /** Most bytes that come out for each that went in, once there are {@link #FREE_BYTES}. */
  static final int MAX_RATIO = 100;

  static final int FREE_BYTES = 64 * 1024;
  private static final int MAX_MEMORY_KIB = 16 * 1024;

  private final byte[] magic;

  Compression(int... magic) {
    this.magic = new byte[magic.length];
    for (int i = 0; i < magic.length; i++) {
      this.magic[i] = (byte) magic[i];
    }
  }

  static Compression of(byte[] payload) {
    for (Compression compression : values()) {
      if (compression != NONE && compression.begins(payload)) {
        return compression;
      }
    }
    return NONE;
  }

  private boolean begins(byte[] payload) {
    return payload.length >= magic.length
        && Arrays.equals(payload, 0, magic.length, magic, 0, magic.length);
  }

  /** Returns what was compressed; a message that is not compressed as it is. */
  static byte[] undo(byte[] payload) throws MalformedException {
    Compression compression = of(payload);
    if (compression == NONE) {
      return payload;
    }
    if (compression == ZSTD) {
      throw new MalformedException(
          RefusalReason.COMPRESSION_NOT_SUPPORTED_YET,
          "the message is compressed with zstd; use LZMA or gzip, or switch compression off");
    }
    int limit = limit(payload.length);
    byte[] text = compression.read(payload, limit + 1);
    if (text.length > limit) {
      throw new MalformedException(
          RefusalReason.COMPRESSION_LIMIT,
          "%d bytes of %s become more than %d".formatted(payload.length, compression, limit));
    }
    return text;
  }

  private static int limit(int compressedBytes) {
    return (int) Math.min(MAX_BYTES, Math.max(FREE_BYTES, (long) compressedBytes * MAX_RATIO));
  }

  private byte[] read(byte[] payload, int maxBytes) throws MalformedException {
    try (InputStream plain = open(payload)) {
      return plain.readNBytes(maxBytes);
    } catch (MemoryLimitException _) {
      throw new MalformedException(
          RefusalReason.COMPRESSION_LIMIT,
          "the %s dictionary has more than %d KiB".formatted(this, MAX_MEMORY_KIB));
    } catch (IOException e) {
      throw new MalformedException(
          RefusalReason.COMPRESSION_INVALID, "the %s data is damaged: %s".formatted(this, e));
    }
  }

  private InputStream open(byte[] payload) throws IOException {
    InputStream compressed = new ByteArrayInputStream(payload);
    return switch (this) {
      case XZ -> new XZInputStream(compressed, MAX_MEMORY_KIB);
      case LZMA -> new LZMAInputStream(compressed, MAX_MEMORY_KIB);
      case GZIP -> new GZIPInputStream(compressed);
      case NONE, ZSTD -> compressed;
    };
  }
}
