package org.airwitness.alert.core.webhook;

import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one delivery, ready to be made.
 *
 * @param deliveryId the {@code webhook-id}, the same for all attempts
 * @param body exactly as sent, the same for all attempts
 * @param attempt 1 for the first
 * @param traceparent of what caused it, null when that is in no trace; receivers never see it
 */
public record Dispatch(
    AgencyId agency,
    UUID deliveryId,
    UUID subscriptionId,
    String url,
    WebhookSecret secret,
    String body,
    int attempt,
    @Nullable String traceparent) {}
