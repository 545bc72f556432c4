package org.airwitness.alert.rest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.webhook.WebhookSecret;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody who subscribes asks for.
 *
 * @param type {@code webhook}
 * @param secret {@code whsec_} and the base64 of 24 to 64 bytes; made here when absent
 * @param events names of events, {@code alert.raised} when absent
 */
public record NewSubscription(
    @Nullable String type,
    @Nullable String url,
    @Nullable String secret,
    @Nullable List<String> events) {

  String checkedUrl() {
    if (!"webhook".equals(type)) {
      throw ProblemException.badRequest("type", "type is 'webhook'");
    }
    if (url == null) {
      throw ProblemException.badRequest("url", "url is the https address of the receiver");
    }
    return url;
  }

  /** The secret that was given, null when one has to be made. */
  @Nullable WebhookSecret givenSecret() {
    if (secret == null) {
      return null;
    }
    try {
      return WebhookSecret.parse(secret);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("secret", String.valueOf(e.getMessage()));
    }
  }

  List<AlertEvent> alertEvents() {
    if (events == null) {
      return List.of(AlertEvent.RAISED);
    }
    Set<AlertEvent> known = new LinkedHashSet<>();
    for (String name : events) {
      known.add(AlertEvent.findByWireName(name).orElseThrow(NewSubscription::unknownEvent));
    }
    if (known.isEmpty()) {
      throw unknownEvent();
    }
    return List.copyOf(known);
  }

  private static ProblemException unknownEvent() {
    return ProblemException.badRequest(
        "events",
        "events has at least one of "
            + Stream.of(AlertEvent.values())
                .map(AlertEvent::wireName)
                .collect(Collectors.joining(", ")));
  }
}
