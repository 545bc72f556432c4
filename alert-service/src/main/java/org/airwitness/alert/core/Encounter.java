package org.airwitness.alert.core;

import java.util.UUID;

/**
 * One stay of one track inside one zone, from entering to leaving.
 *
 * @param episodeId id of the event with which the stay began
 */
public record Encounter(UUID trackId, Drone drone, Zone zone, UUID episodeId) {}
