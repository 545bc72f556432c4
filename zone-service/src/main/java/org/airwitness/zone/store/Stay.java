package org.airwitness.zone.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.airspace.Episode;
import org.airwitness.airspace.Episode.Phase;
import org.airwitness.airspace.Restriction;
import org.jspecify.annotations.Nullable;

/**
 * Element of column {@code presence.stays}; what was stored before there were phases is a stay.
 *
 * @param enterEventId id of the event that began it
 */
@RegisterForReflection
record Stay(
    UUID zoneId,
    String zoneName,
    Restriction restriction,
    Instant enteredAt,
    UUID enterEventId,
    @Nullable Phase phase,
    int fixesAway,
    @Nullable Instant awaySince) {
  static Stay of(Episode episode) {
    return new Stay(
        episode.zoneId(),
        episode.zoneName(),
        episode.restriction(),
        episode.enteredAt(),
        episode.enterEventId(),
        episode.phase(),
        episode.fixesAway(),
        episode.awaySince());
  }

  Episode toEpisode() {
    return new Episode(
        zoneId,
        zoneName,
        restriction,
        enteredAt,
        enterEventId,
        phase == null ? Phase.INSIDE : phase,
        fixesAway,
        awaySince);
  }
}
