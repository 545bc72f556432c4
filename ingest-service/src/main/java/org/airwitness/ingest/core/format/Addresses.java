package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.RefusalReason;

/** Transmitter addresses: six bytes in lower-case hexadecimal with colons. */
final class Addresses {
  private static final int CHARS = 17;

  private Addresses() {}

  static String require(String text, String path) throws MalformedException {
    if (!isAddress(text)) {
      throw new MalformedException(
          RefusalReason.ADDRESS_INVALID,
          path + " must be six bytes in lower case, for example 90:3a:e6:00:11:22");
    }
    return text;
  }

  private static boolean isAddress(String text) {
    if (text.length() != CHARS) {
      return false;
    }
    for (int i = 0; i < CHARS; i++) {
      char c = text.charAt(i);
      boolean hex = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
      if (i % 3 == 2 ? c != ':' : !hex) {
        return false;
      }
    }
    return true;
  }
}
