package org.airwitness.ingest.store;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;

/**
 * One row of the quarantine.
 *
 * @param source MQTT topic it came in on
 * @param payload the refused bytes, at most 256 KiB of them
 * @param payloadBytes how many there were
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
    int payloadBytes) {}
