package org.airwitness.tracking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One sighting of one drone by one sensor, with what this very frame said.
 *
 * @param observedAt event time
 * @param transmitter transport and address, for example {@code bt4/df:72:11:d2:6b:95}; null when
 *     the feed has no addresses
 * @param fix null when the frame carried no position
 * @param flightStatus ASTM F3411 operational status code, null when undeclared
 * @param operator null when the frame carried none
 */
public record Sighting(
    UUID observationId,
    String sensor,
    Instant observedAt,
    @Nullable String transmitter,
    Identity identity,
    @Nullable Fix fix,
    @Nullable Integer flightStatus,
    @Nullable OperatorPosition operator) {}
