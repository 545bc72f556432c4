package org.airwitness.zone.store;

import java.time.Instant;
import java.util.UUID;

/**
 * A zone as it is listed.
 *
 * @param feature GeoJSON text
 */
public record StoredZone(UUID id, Instant createdAt, String feature) {}
