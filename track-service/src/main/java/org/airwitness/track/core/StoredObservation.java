package org.airwitness.track.core;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.tracking.Fix;
import org.jspecify.annotations.Nullable;

/**
 * One observation as history shows it.
 *
 * @param receivedAt the sensor's own receive time
 * @param fix null when the frame carried no position
 */
public record StoredObservation(
    UUID id,
    UUID track,
    String sensor,
    Instant observedAt,
    @Nullable Instant receivedAt,
    @Nullable Integer rssiDbm,
    @Nullable Fix fix) {}
