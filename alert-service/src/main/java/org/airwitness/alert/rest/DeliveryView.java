package org.airwitness.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.alert.core.webhook.Delivery;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it.
 *
 * @param id the {@code webhook-id} of all its attempts
 * @param lastStatus HTTP status of the last attempt, absent when there was no answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
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
    @Nullable Instant deliveredAt) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.id(),
        delivery.alertId(),
        delivery.event(),
        delivery.state(),
        delivery.attempts(),
        delivery.lastAttemptAt(),
        delivery.lastStatus(),
        delivery.lastError(),
        delivery.nextAttemptAt(),
        delivery.createdAt(),
        delivery.deliveredAt());
  }
}
