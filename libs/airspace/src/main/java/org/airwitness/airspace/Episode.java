package org.airwitness.airspace;

import java.time.Instant;
import java.util.UUID;

/**
 * Stay of a track in a zone that has not ended.
 *
 * @param zoneId the zone
 * @param zoneName its name when the track entered
 * @param restriction what it asked when the track entered
 * @param enteredAt time of the first fix inside
 * @param enterEventId id of the ENTER event
 */
public record Episode(
    UUID zoneId, String zoneName, Restriction restriction, Instant enteredAt, UUID enterEventId) {
  static Episode of(ZoneEvent enter) {
    return new Episode(
        enter.zoneId(), enter.zoneName(), enter.restriction(), enter.time(), enter.eventId());
  }
}
