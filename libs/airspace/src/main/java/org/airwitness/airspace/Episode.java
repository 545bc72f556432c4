package org.airwitness.airspace;

import java.time.Instant;
import java.util.UUID;

/**
 * Stay of a track in a zone that has not ended.
 *
 * @param zoneId the zone
 * @param restriction what it asked when the track entered
 * @param enteredAt time of the first fix inside
 * @param enterEventId id of the ENTER event
 */
public record Episode(UUID zoneId, Restriction restriction, Instant enteredAt, UUID enterEventId) {}
