package org.airwitness.remoteid.dji;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.airwitness.remoteid.Ranges;
import org.jspecify.annotations.Nullable;

/** DJI's own serial number on the wire: 16 bytes of ASCII, padded with NUL. */
final class SerialFormat {
  private SerialFormat() {}

  /** The text up to its first NUL, maybe empty; {@code null} if it is not printable. */
  static @Nullable String find(byte[] bytes, int at) {
    int length = 0;
    while (length < BodyLayout.SERIAL_BYTES && bytes[at + length] != 0) {
      if (bytes[at + length] < 0x20 || bytes[at + length] > 0x7E) {
        return null;
      }
      length++;
    }
    return new String(bytes, at, length, StandardCharsets.US_ASCII).strip();
  }

  static void write(@Nullable String serial, ByteBuffer bytes, int at) {
    Ranges.requireText("serial", serial, BodyLayout.SERIAL_BYTES);
    if (serial != null) {
      bytes.put(at, serial.getBytes(StandardCharsets.US_ASCII));
    }
  }
}
