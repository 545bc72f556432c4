package org.airwitness.remoteid;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** A text where it lies in a message, see {@link PackView#text}. */
public final class TextView {
  private byte[] bytes = {};
  private int start;
  private int length;

  TextView() {}

  void move(byte[] source, int at, int maxLength) {
    bytes = source;
    start = at;
    length = length(source, at, maxLength);
  }

  /** The length up to the first NUL without trailing spaces, 0 if a byte is not printable. */
  private static int length(byte[] source, int at, int maxLength) {
    int length = 0;
    while (length < maxLength && source[at + length] != 0) {
      if (!Ranges.isPrintable(source[at + length])) {
        return 0;
      }
      length++;
    }
    while (length > 0 && source[at + length - 1] == ' ') {
      length--;
    }
    return length;
  }

  /** How many characters there are; 0 if the text is absent. */
  public int length() {
    return length;
  }

  /**
   * The character at an index, printable ASCII.
   *
   * @throws IndexOutOfBoundsException if there is none
   */
  public char at(int index) {
    return (char) bytes[start + Objects.checkIndex(index, length)];
  }

  /** A copy as a string, which does allocate. */
  @Override
  public String toString() {
    return new String(bytes, start, length, StandardCharsets.US_ASCII);
  }
}
