package org.airwitness.airspace.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.airwitness.airspace.Authority;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Restriction;
import org.jspecify.annotations.Nullable;

/** Members that the JSON formats of zones share. */
final class JsonZone {
  private JsonZone() {}

  /** The identifier, else the name, else empty after reporting that there is neither. */
  static String identifier(JsonAt member, @Nullable String name) {
    String identifier = member.text();
    if (identifier != null) {
      return identifier;
    }
    if (name == null) {
      member.error("FIELD_MISSING", "a zone needs an identifier or at least a name");
      return "";
    }
    member.warn("FIELD_MISSING", "no identifier: the name is used");
    return name;
  }

  /**
   * The restriction; CONDITIONAL when absent or unknown.
   *
   * @param authorisation how the format spells REQ_AUTHORISATION
   */
  static Restriction restriction(JsonAt member, String authorisation) {
    String word = member.text();
    if (word == null) {
      member.warn("FIELD_MISSING", "no restriction: CONDITIONAL assumed");
      return Restriction.CONDITIONAL;
    }
    Optional<Restriction> restriction = ZoneText.restriction(member, word, authorisation);
    if (restriction.isEmpty()) {
      member.warn("ENUM_UNKNOWN", word + " is no restriction: CONDITIONAL assumed");
    }
    return restriction.orElse(Restriction.CONDITIONAL);
  }

  /**
   * An authority.
   *
   * @param local reader of a text, or of one in several languages
   */
  static Authority authority(JsonAt authority, Function<JsonAt, List<LocalText>> local) {
    return new Authority(
        local.apply(authority.member("name")),
        local.apply(authority.member("service")),
        local.apply(authority.member("contactName")),
        authority.memberOrAlias("siteURL", "siteUrl").text(),
        authority.member("email").text(),
        authority.member("phone").text(),
        ZoneText.purpose(authority.member("purpose")).orElse(null),
        authority.member("intervalBefore").text());
  }

  /**
   * Members of extendedProperties, and those of the zone that the table does not have; without the
   * texts that a writer has kept there.
   */
  static Map<String, String> extended(JsonAt zone, FieldTable table) {
    Map<String, String> extended = new LinkedHashMap<>();
    JsonAt properties = zone.member("extendedProperties");
    if (properties.node().isObject()) {
      properties.names().forEach(n -> extended.put(n, properties.member(n).node().toString()));
    } else if (properties.isPresent()) {
      extended.put("extendedProperties", properties.node().toString());
    }
    zone.names().stream()
        .filter(name -> !table.knows(name))
        .forEach(name -> extended.putIfAbsent(name, zone.member(name).node().toString()));
    extended.remove(FullTexts.MEMBER);
    return extended;
  }

  /** The text in this language, else the first, else null. */
  static @Nullable String inLanguage(List<LocalText> texts, String language) {
    return texts.stream()
        .filter(text -> !language.isEmpty() && text.lang().startsWith(language))
        .findFirst()
        .or(() -> texts.stream().findFirst())
        .map(LocalText::text)
        .orElse(null);
  }
}
