package org.airwitness.ingest.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.store.QuarantineEntry;
import org.jspecify.annotations.Nullable;

/**
 * One refused item or message with its bytes.
 *
 * @param payload the bytes as received, at most 256 KiB of them
 * @param text the same where they are UTF-8 text
 * @param hex the first {@value #HEX_BYTES} of them where they are not
 * @param envelope what of its message is kept with an item, JSON of its format
 * @param hint what may help
 */
@SuppressWarnings("ArrayRecordComponent") // written once as base64
record QuarantineDetailView(
    @JsonUnwrapped QuarantineView summary,
    byte[] payload,
    @Nullable String text,
    @Nullable String hex,
    @Nullable String envelope,
    @Nullable String hint) {
  private static final int HEX_BYTES = 1024;

  /**
   * Makes the view.
   *
   * @param sensorFormat what its sensor is registered for now, empty when it is not registered
   */
  static QuarantineDetailView of(QuarantineEntry entry, Optional<String> sensorFormat) {
    byte[] payload = entry.payload();
    String text = text(payload);
    byte[] envelope = entry.envelope();
    return new QuarantineDetailView(
        QuarantineView.of(entry.row()),
        payload,
        text,
        text == null ? hex(payload) : null,
        envelope == null ? null : new String(envelope, StandardCharsets.UTF_8),
        hint(payload, sensorFormat));
  }

  /** Returns what bytes say as text, null when they are none. */
  private static @Nullable String text(byte[] payload) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
      return text.chars().allMatch(c -> c >= ' ' || Character.isWhitespace(c)) ? text : null;
    } catch (CharacterCodingException _) {
      return null;
    }
  }

  private static String hex(byte[] payload) {
    int shown = Math.min(payload.length, HEX_BYTES);
    return HexFormat.ofDelimiter(" ").formatHex(Arrays.copyOf(payload, shown));
  }

  private static @Nullable String hint(byte[] payload, Optional<String> sensorFormat) {
    if (sensorFormat.isEmpty()) {
      return "The sensor is not registered; register it, then re-submit";
    }
    return Formats.findOther(sensorFormat.get(), payload)
        .map(other ->
            "It looks like format '%s', but the sensor is registered for '%s'; change that, then re-submit"
                .formatted(other, sensorFormat.get()))
        .orElse(null);
  }
}
