package org.airwitness.zone.store;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.airspace.Episode;
import org.airwitness.airspace.Restriction;

/** Element of column {@code presence.stays}. */
@RegisterForReflection
record Stay(
    UUID zoneId, String zoneName, Restriction restriction, Instant enteredAt, UUID enterEventId) {
  static Stay of(Episode episode) {
    return new Stay(
        episode.zoneId(),
        episode.zoneName(),
        episode.restriction(),
        episode.enteredAt(),
        episode.enterEventId());
  }

  Episode toEpisode() {
    return new Episode(zoneId, zoneName, restriction, enteredAt, enterEventId);
  }
}
