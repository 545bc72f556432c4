package org.airwitness.alert.core;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an agency must know, with its whole state after one change.
 *
 * @param sequence 1 when raised, and one more with every change
 * @param raisedAt event time of entry
 * @param raisedFix the fix that raised it
 * @param lastFix the newest fix in event time
 * @param createdAt wall clock, as {@code updatedAt}
 */
public record Alert(
    UUID id,
    long sequence,
    String rule,
    Severity severity,
    UUID trackId,
    Drone drone,
    Zone zone,
    VerticalVerdict verdict,
    Instant raisedAt,
    Fix raisedFix,
    Fix lastFix,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Acknowledgement acknowledgement,
    @Nullable Resolution resolution) {

  /** An alert that has ended stays resolved; that somebody had taken notice stays beside it. */
  public AlertState state() {
    if (resolution != null) {
      return AlertState.RESOLVED;
    }
    return acknowledgement != null ? AlertState.ACKNOWLEDGED : AlertState.RAISED;
  }

  /** Returns the alert with the drone at a newer place. */
  public Alert moved(Fix fix, VerticalVerdict newVerdict, Instant now) {
    return new Alert(
        id,
        sequence + 1,
        rule,
        severity,
        trackId,
        drone,
        zone,
        newVerdict,
        raisedAt,
        raisedFix,
        newer(fix),
        createdAt,
        now,
        acknowledgement,
        resolution);
  }

  /** Returns the alert with somebody having taken notice. */
  public Alert acknowledged(Acknowledgement by) {
    return new Alert(
        id,
        sequence + 1,
        rule,
        severity,
        trackId,
        drone,
        zone,
        verdict,
        raisedAt,
        raisedFix,
        lastFix,
        createdAt,
        by.at(),
        by,
        resolution);
  }

  /** Returns the alert at its end. */
  public Alert resolved(Resolution end, @Nullable Fix fix, Instant now) {
    return new Alert(
        id,
        sequence + 1,
        rule,
        severity,
        trackId,
        drone,
        zone,
        verdict,
        raisedAt,
        raisedFix,
        newer(fix),
        createdAt,
        now,
        acknowledgement,
        end);
  }

  private Fix newer(@Nullable Fix fix) {
    return fix != null && fix.observedAt().isAfter(lastFix.observedAt()) ? fix : lastFix;
  }
}
