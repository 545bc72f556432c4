package org.airwitness.platform.rest;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Position in a list ordered by time and id. It holds no agency: what a page shows is bound to the
 * caller's agency by the database, whatever cursor is sent.
 */
public record Cursor(Instant at, UUID id) {
  /** Before every record. */
  public static final Cursor FIRST = new Cursor(Instant.EPOCH.minusSeconds(1), new UUID(0, 0));

  /** After every record, for lists with the newest first. */
  public static final Cursor LAST =
      new Cursor(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));

  public String encode() {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    byte[] text = (micros + "," + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /**
   * Reads the query parameter {@code after}.
   *
   * @param absent the cursor to start from when there is none
   * @throws ProblemException 400 when it did not come from an earlier page
   */
  public static Cursor decode(@Nullable String after, Cursor absent) {
    if (after == null || after.isEmpty()) {
      return absent;
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
      int comma = text.indexOf(',');
      long micros = Long.parseLong(text.substring(0, comma));
      return new Cursor(
          Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
          UUID.fromString(text.substring(comma + 1)));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException e) {
      throw ProblemException.badRequest(
          "after", "after takes the value of 'next' of an earlier page");
    }
  }
}
