package org.airwitness.track.rest;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/** Half-open range of event time from the query parameters {@code from} and {@code to}. */
record TimeRange(Instant from, Instant to) {
  private static final Instant BEGINNING = Instant.EPOCH;
  private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

  static TimeRange of(@Nullable String from, @Nullable String to) {
    return new TimeRange(parse("from", from, BEGINNING), parse("to", to, END));
  }

  private static Instant parse(String field, @Nullable String text, Instant absent) {
    if (text == null || text.isEmpty()) {
      return absent;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.badRequest(
          field, field + " is a UTC time such as 2026-03-01T12:00:00Z, not '" + text + "'");
    }
  }
}
