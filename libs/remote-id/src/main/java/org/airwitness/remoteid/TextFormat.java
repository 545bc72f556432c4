package org.airwitness.remoteid;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A text on the wire: ASCII, padded with NUL. Reading one is for the {@link Screen}. */
final class TextFormat {
  private TextFormat() {}

  static void write(@Nullable String text, byte[] bytes, int at) {
    if (text != null) {
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      System.arraycopy(ascii, 0, bytes, at, ascii.length);
    }
  }
}
