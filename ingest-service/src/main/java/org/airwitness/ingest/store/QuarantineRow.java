package org.airwitness.ingest.store;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.ingest.core.SensorKey;
import org.jspecify.annotations.Nullable;

/**
 * What is known of something in quarantine, without its bytes.
 *
 * @param reason why it was refused the last time
 * @param detail to that reason
 * @param topic it came in on
 * @param format it was read as when it came, null when nobody looked into it
 * @param item index in its message, null when all of the message was refused
 * @param payloadBytes how many were received; more than 256 KiB are not kept
 */
public record QuarantineRow(
    UUID id,
    SensorKey sensor,
    String reason,
    String detail,
    Instant arrivedAt,
    String topic,
    @Nullable String format,
    @Nullable Integer item,
    int payloadBytes,
    String state,
    Tries tries) {

  /**
   * How often it was re-submitted.
   *
   * @param firstReason why it was refused when it came, null before the first time
   * @param at the last time
   * @param by whom the last time
   */
  public record Tries(
      int count, @Nullable String firstReason, @Nullable Instant at, @Nullable String by) {}
}
