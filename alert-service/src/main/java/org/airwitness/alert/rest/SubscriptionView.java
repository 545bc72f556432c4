package org.airwitness.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.webhook.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * A subscription as the API shows it.
 *
 * @param secret only in the answer to its creation
 * @param state {@code active}, or {@code disabled} after the receiver has answered 410
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SubscriptionView(
    UUID id,
    String type,
    String url,
    List<String> events,
    @Nullable String secret,
    String state,
    Instant createdAt) {

  static SubscriptionView of(Subscription subscription) {
    return of(subscription, null);
  }

  static SubscriptionView withSecret(Subscription subscription) {
    return of(subscription, subscription.secret().text());
  }

  private static SubscriptionView of(Subscription subscription, @Nullable String secret) {
    return new SubscriptionView(
        subscription.id(),
        "webhook",
        subscription.url(),
        subscription.events().stream().map(AlertEvent::wireName).toList(),
        secret,
        subscription.active() ? "active" : "disabled",
        subscription.createdAt());
  }
}
