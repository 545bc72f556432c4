package org.airwitness.remoteid;

import java.util.Arrays;
import java.util.HexFormat;

/** An immutable sequence of bytes, compared by content. */
public final class Bytes {
  private static final HexFormat HEX = HexFormat.of();
  private static final Bytes EMPTY = new Bytes(new byte[0]);

  private final byte[] content;

  private Bytes(byte[] content) {
    this.content = content;
  }

  /** A copy of the given bytes. */
  public static Bytes of(byte... content) {
    return content.length == 0 ? EMPTY : new Bytes(content.clone());
  }

  /** A copy of {@code length} bytes starting at {@code offset}. */
  public static Bytes copyOf(byte[] source, int offset, int length) {
    return length == 0 ? EMPTY : new Bytes(Arrays.copyOfRange(source, offset, offset + length));
  }

  /**
   * Bytes written as hexadecimal digits, for example {@code 0d5a}.
   *
   * @throws IllegalArgumentException unless the text is an even number of hexadecimal digits
   */
  public static Bytes ofHex(String hex) {
    return of(HEX.parseHex(hex));
  }

  public static Bytes empty() {
    return EMPTY;
  }

  public int length() {
    return content.length;
  }

  /** The byte at an index as 0 to 255. */
  public int at(int index) {
    return content[index] & 0xFF;
  }

  /** A copy of {@code length} bytes starting at {@code offset}. */
  public Bytes slice(int offset, int length) {
    return copyOf(content, offset, length);
  }

  /** Lower-case hexadecimal digits without separators. */
  public String hex() {
    return HEX.formatHex(content);
  }

  /** A fresh array with the content. */
  public byte[] toArray() {
    return content.clone();
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(content, 0, target, offset, content.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(content);
  }

  @Override
  public String toString() {
    return hex();
  }
}
