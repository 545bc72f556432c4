package org.airwitness.alert.core.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One event for one subscriber and how far it has got.
 *
 * @param id the {@code webhook-id}
 * @param event wire name, for example {@code alert.raised}
 * @param state as in the API: pending, delivered or failed
 */
public record Delivery(
    UUID id,
    UUID alertId,
    String event,
    String state,
    int attempts,
    @Nullable Instant lastAttemptAt,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    @Nullable Instant nextAttemptAt,
    Instant createdAt,
    @Nullable Instant deliveredAt) {}
