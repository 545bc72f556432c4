package org.airwitness.ingest.rest;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.ingest.store.QuarantineRow;
import org.jspecify.annotations.Nullable;

/**
 * One refused item or message, without its bytes.
 *
 * @param reason why it was refused the last time
 * @param firstReason why it was refused when it came, once it was re-submitted
 * @param receivedAt when it came
 * @param topic MQTT topic it came in on, or {@code http}
 * @param format it was read as when it came
 * @param item index in its message, absent when all of the message was refused
 * @param payloadBytes how many were received; more than 256 KiB are not kept
 * @param state {@code open} or {@code resubmitted}
 * @param tries how often it was re-submitted, the last time {@code triedAt} by {@code triedBy}
 */
record QuarantineView(
    UUID id,
    String sensor,
    String reason,
    String detail,
    @Nullable String firstReason,
    Instant receivedAt,
    String topic,
    @Nullable String format,
    @Nullable Integer item,
    int payloadBytes,
    String state,
    int tries,
    @Nullable Instant triedAt,
    @Nullable String triedBy) {

  static QuarantineView of(QuarantineRow row) {
    return new QuarantineView(
        row.id(),
        row.sensor().sensor(),
        row.reason(),
        row.detail(),
        row.tries().firstReason(),
        row.arrivedAt(),
        row.topic(),
        row.format(),
        row.item(),
        row.payloadBytes(),
        row.state(),
        row.tries().count(),
        row.tries().at(),
        row.tries().by());
  }
}
