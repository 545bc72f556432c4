package org.airwitness.ingest.store;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in the quarantine; what is null does not matter.
 *
 * @param from arrival, inclusive
 * @param to arrival, exclusive
 * @param text occurs in the detail, or in the first {@value QuarantineSearch#SEARCHED_BYTES} bytes
 *     read as UTF-8; upper and lower case of a to z are the same
 */
public record QuarantineFilter(
    State state,
    @Nullable String sensor,
    @Nullable String reason,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable String text) {

  /** What became of it. */
  public enum State {
    /** It waits to be looked at. */
    OPEN,
    /** It was accepted in the end. */
    RESUBMITTED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
