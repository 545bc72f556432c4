package org.airwitness.zone.store;

import java.util.UUID;

/**
 * A zone event that is decided and stored but may not be on the bus yet, in the form of the bus.
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; only carried.
public record UnpublishedEvent(UUID eventId, byte[] event) {}
