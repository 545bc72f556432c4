package org.airwitness.ingest.store;

import org.airwitness.ingest.core.Resubmission;
import org.airwitness.ingest.core.SensorMessage;
import org.jspecify.annotations.Nullable;

/**
 * All of something in quarantine.
 *
 * @param payload the refused bytes, at most 256 KiB of them
 * @param envelope what of its message the item cannot be read without, null when nothing
 */
@SuppressWarnings("ArrayRecordComponent") // a row, never compared
public record QuarantineEntry(QuarantineRow row, byte[] payload, byte @Nullable [] envelope) {

  /** Returns it as it can be decided on again. */
  public Resubmission again() {
    SensorMessage message = new SensorMessage(row.sensor(), row.topic(), payload, row.arrivedAt());
    return new Resubmission(message, row.item(), envelope);
  }

  /** Whether it was too long to be kept whole. */
  public boolean isCut() {
    return payload.length < row.payloadBytes();
  }
}
