package org.airwitness.alert.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.AlertNotice;

/**
 * The thin JSON message of a webhook: ids and the zone's name, nothing about the drone or its
 * pilot. Who may know more asks the API.
 */
@Singleton
final class NoticeWriter implements AlertNotice {
  private final ObjectMapper json = new ObjectMapper();

  @RegisterForReflection
  record Notice(String type, String timestamp, Content data) {}

  @RegisterForReflection
  record Content(
      String alertId,
      String rule,
      String state,
      String trackId,
      String zoneId,
      String zoneName,
      String observedAt) {}

  @Override
  public String body(Alert alert, AlertEvent event) {
    var content =
        new Content(
            alert.id().toString(),
            alert.rule(),
            alert.state().name().toLowerCase(Locale.ROOT),
            alert.trackId().toString(),
            alert.zone().id().toString(),
            alert.zone().name(),
            alert.raisedFix().observedAt().toString());
    try {
      return json.writeValueAsString(
          new Notice(event.wireName(), alert.updatedAt().toString(), content));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A notice is always JSON", e);
    }
  }
}
