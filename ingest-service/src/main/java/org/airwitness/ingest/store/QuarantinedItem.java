package org.airwitness.ingest.store;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * One row of the quarantine.
 *
 * @param source MQTT topic it came in on
 * @param payload the refused bytes, at most 256 KiB of them
 * @param payloadBytes how many there were
 * @param format it was read as, null when nobody looked into it
 * @param item index in its message, null when all of the message was refused
 * @param envelope what of its message the item cannot be read without, null when nothing
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record QuarantinedItem(
    AgencyId agency,
    UUID id,
    String sensor,
    String reason,
    String detail,
    Instant arrivedAt,
    String source,
    byte[] payload,
    int payloadBytes,
    @Nullable String format,
    @Nullable Integer item,
    byte @Nullable [] envelope) {}
