package org.airwitness.ingest.core;

import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.identity.DroneId;
import org.jspecify.annotations.Nullable;

/**
 * What the aircraft behind a frame calls itself, from this frame and earlier ones of the same
 * transmitter.
 *
 * @param uasId the identifier as received, null when none was
 * @param operatorId with a disclosed secret masked
 */
public record Named(
    DroneId droneId,
    @Nullable String uasId,
    @Nullable UaType uaType,
    @Nullable String operatorId,
    @Nullable String selfId) {}
