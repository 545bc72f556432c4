package org.airwitness.alert.core.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.alert.core.AlertEvent;

/**
 * Somebody's wish to be told of events.
 *
 * @param active false when the receiver has ended it by answering 410
 */
public record Subscription(
    UUID id,
    String url,
    WebhookSecret secret,
    List<AlertEvent> events,
    boolean active,
    Instant createdAt) {
  public Subscription {
    events = List.copyOf(events);
  }
}
