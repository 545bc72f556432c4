package org.airwitness.airspace.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Zone;
import org.jspecify.annotations.Nullable;

/** Texts of one zone that a format has no room for: cut where they stand, whole beside them. */
final class FullTexts {
  /** Member of the extended properties that holds them. */
  static final String MEMBER = "fullText";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Zone zone;
  private final Losses losses;
  private final ObjectNode whole = JsonNodeFactory.instance.objectNode();

  FullTexts(Zone zone, Losses losses) {
    this.zone = zone;
    this.losses = losses;
  }

  /** The text as far as it fits; null for none. */
  @Nullable String cut(String field, @Nullable String text, int maxLength) {
    if (text == null || text.length() <= maxLength) {
      return text;
    }
    keep(field, text);
    return WrittenText.cut(text, maxLength);
  }

  /** Keeps a text whole beside its shorter form. */
  void keep(String field, String text) {
    whole.put(field, text);
    losses.changed(zone, "FIELD_LENGTH", "texts are cut, the whole ones are kept beside them");
  }

  /** Keeps the text of one language whole. */
  void keep(String field, LocalText text) {
    whole.withArray(field).addObject().put("text", text.text()).put("lang", text.lang());
    losses.changed(zone, "FIELD_LENGTH", "texts are cut, the whole ones are kept beside them");
  }

  /** Extended properties with what was kept. */
  ObjectNode extended(Map<String, String> published) {
    ObjectNode extended = JsonNodeFactory.instance.objectNode();
    published.forEach((name, json) -> extended.set(name, parsed(json)));
    if (!whole.isEmpty()) {
      extended.set(MEMBER, whole);
    }
    return extended;
  }

  private static JsonNode parsed(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("readers keep JSON", e);
    }
  }

  /** The whole of a text that may have been cut: the one kept beside it, if there is one. */
  static JsonAt of(JsonAt zone, String field) {
    JsonAt kept = zone.member("extendedProperties").member(MEMBER).member(field);
    return kept.isPresent() ? kept : zone.member(field);
  }

  /** Whole texts in several languages; one that was kept replaces the cut one of its language. */
  static List<LocalText> of(JsonAt zone, String field, List<LocalText> published) {
    JsonAt kept = zone.member("extendedProperties").member(MEMBER).member(field);
    if (!kept.node().isArray()) {
      return published;
    }
    return published.stream().map(text -> whole(text, kept)).toList();
  }

  private static LocalText whole(LocalText cut, JsonAt kept) {
    return kept.items().stream()
        .filter(item -> cut.lang().equals(item.member("lang").text()))
        .map(item -> item.member("text").text())
        .filter(text -> text != null)
        .map(text -> new LocalText(text, cut.lang()))
        .findFirst()
        .orElse(cut);
  }
}
