package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a sensor fares. */
public enum Health {
  /** Nothing ever came from it. */
  NEVER_SEEN("never-seen"),
  /** Messages come, and its radio hears frames as far as it tells. */
  ONLINE("online"),
  /** Nothing comes. */
  SILENT("silent"),
  /** Messages come, but its radio hears nothing at all. */
  DEAF("deaf");

  /** A sensor reports at least each minute; one report may be late. */
  public static final Duration PATIENCE = Duration.ofSeconds(90);

  private final String label;

  Health(String label) {
    this.label = label;
  }

  /**
   * Judges a sensor.
   *
   * @param lastSeenAt when its last message arrived
   * @param framesReportedAt when it last said how many frames its radio heard; null when it never
   *     does
   * @param framesHeardAt when its radio last heard any
   */
  public static Health of(
      @Nullable Instant lastSeenAt,
      @Nullable Instant framesReportedAt,
      @Nullable Instant framesHeardAt,
      Instant now) {
    if (lastSeenAt == null) {
      return NEVER_SEEN;
    }
    if (isOld(lastSeenAt, now)) {
      return SILENT;
    }
    boolean tells = framesReportedAt != null && !isOld(framesReportedAt, now);
    boolean hears = framesHeardAt != null && !isOld(framesHeardAt, now);
    return tells && !hears ? DEAF : ONLINE;
  }

  private static boolean isOld(Instant time, Instant now) {
    return !time.plus(PATIENCE).isAfter(now);
  }

  public String label() {
    return label;
  }
}
