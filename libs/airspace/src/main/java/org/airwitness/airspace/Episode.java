package org.airwitness.airspace;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is going on between a track and a zone: an approach or a stay that has not ended.
 *
 * @param zoneId the zone
 * @param zoneName its name when it began
 * @param restriction what it asked when it began
 * @param enteredAt when it began
 * @param enterEventId id of the event that began it: APPROACHING, or ENTER or ACTIVATED
 * @param phase where it stands
 * @param fixesAway fixes in a row that were outside, or that no longer approached
 * @param awaySince time of the first of them outside, null while there is none
 */
public record Episode(
    UUID zoneId,
    String zoneName,
    Restriction restriction,
    Instant enteredAt,
    UUID enterEventId,
    Phase phase,
    int fixesAway,
    @Nullable Instant awaySince) {

  /** Where an episode stands. */
  public enum Phase {
    /** Not inside yet. */
    APPROACHING,
    INSIDE,
    /** Outside, but not yet for sure. */
    LEAVING
  }

  static Episode of(ZoneEvent begin, Phase phase) {
    return new Episode(
        begin.zoneId(),
        begin.zoneName(),
        begin.restriction(),
        begin.time(),
        begin.eventId(),
        phase,
        0,
        null);
  }

  boolean isStay() {
    return phase != Phase.APPROACHING;
  }

  Episode at(Phase newPhase, int newFixesAway, @Nullable Instant newAwaySince) {
    return new Episode(
        zoneId,
        zoneName,
        restriction,
        enteredAt,
        enterEventId,
        newPhase,
        newFixesAway,
        newAwaySince);
  }
}
