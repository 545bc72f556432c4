package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;
import org.jspecify.annotations.Nullable;

/**
 * Reader of EUROCAE ED-269 zone documents (JSON).
 *
 * <p>Accepts the three wrappers in circulation ({@code features}, {@code UASZoneList}, {@code
 * uas_zones}) and a bare list, with the deviations real files have. Circles stay exact. A zone is
 * left out only when none of its volumes or none of its periods can be used.
 */
public final class Ed269Reader {
  private static final List<String> WRAPPERS = List.of("features", "UASZoneList", "uas_zones");
  private static final Set<String> DOCUMENT_TEXT = Set.of("title", "description");

  private final String source;

  /**
   * Reader for one source.
   *
   * @param source becomes part of every zone's key and id
   */
  public Ed269Reader(String source) {
    this.source = source;
  }

  /** Reads UTF-8 JSON; never throws for bad content. */
  public ZoneImport read(byte[] document) {
    Issues issues = new Issues();
    List<Zone> zones = new ArrayList<>();
    ZoneNames names = new ZoneNames(source);
    JsonDocument.parse(document, issues)
        .map(Ed269Reader::listed)
        .orElse(List.of())
        .forEach(item -> zone(item, names).ifPresent(zones::add));
    return new ZoneImport(zones, issues.list());
  }

  private static List<JsonAt> listed(JsonAt root) {
    JsonAt list = root;
    if (root.node().isObject()) {
      String wrapper =
          WRAPPERS.stream().filter(name -> root.node().path(name).isArray()).findFirst().orElse("");
      reportMembers(root, wrapper);
      list = root.member(wrapper);
    }
    if (!list.node().isArray() || list.node().isEmpty()) {
      root.fatal("DOC_EMPTY", "no zones: a list of zones is expected under one of " + WRAPPERS);
      return List.of();
    }
    return list.items();
  }

  private static void reportMembers(JsonAt root, String wrapper) {
    if (!wrapper.isEmpty() && !wrapper.equals(WRAPPERS.getFirst())) {
      root.info("DOC_WRAPPER", "zones are listed under " + wrapper);
    }
    for (String name : root.node().properties().stream().map(Map.Entry::getKey).toList()) {
      if (!name.equals(wrapper) && !DOCUMENT_TEXT.contains(name)) {
        root.member(name).info("DOC_MEMBER", "not a member of the format; ignored");
      }
    }
  }

  private static Optional<Zone> zone(JsonAt zone, ZoneNames names) {
    if (!zone.node().isObject()) {
      zone.error("FIELD_SHAPE", "a zone is an object, not " + zone.excerpt());
      return Optional.empty();
    }
    String name = zone.member("name").text();
    String identifier = identifier(zone, name);
    if (identifier == null) {
      return Optional.empty();
    }
    String country = Objects.requireNonNullElse(zone.member("country").text(), "");
    ZoneKey key = names.next(country, identifier, zone.member("identifier"));
    Restriction restriction = restriction(zone.member("restriction"));
    Optional<List<Applicability>> periods = periods(zone.member("applicability"));
    List<Volume> volumes = volumes(zone.member("geometry"));
    if (periods.isEmpty() || volumes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Zone(
            key.toUuid(),
            key,
            Objects.requireNonNullElse(name, identifier),
            restriction,
            ZoneText.reasons(zone.member("reason")),
            zone.member("message").text(),
            periods.get(),
            volumes,
            zone.node().toString()));
  }

  private static @Nullable String identifier(JsonAt zone, @Nullable String name) {
    JsonAt member = zone.member("identifier");
    String identifier = member.text();
    if (identifier != null) {
      return identifier;
    }
    if (name == null) {
      member.error("FIELD_MISSING", "a zone needs an identifier or at least a name");
    } else {
      member.warn("FIELD_MISSING", "no identifier: the name is used");
    }
    return name;
  }

  private static Optional<List<Applicability>> periods(JsonAt member) {
    if (!member.isPresent()) {
      member.info("FIELD_MISSING", "no applicability: always applies");
    }
    return ApplicabilityReader.read(member);
  }

  private static Restriction restriction(JsonAt member) {
    String word = member.text();
    if (word == null) {
      member.warn("FIELD_MISSING", "no restriction: CONDITIONAL assumed");
      return Restriction.CONDITIONAL;
    }
    Optional<Restriction> restriction = ZoneText.restriction(member, word);
    if (restriction.isEmpty()) {
      member.warn("ENUM_UNKNOWN", word + " is no restriction: CONDITIONAL assumed");
    }
    return restriction.orElse(Restriction.CONDITIONAL);
  }

  private static List<Volume> volumes(JsonAt geometry) {
    if (geometry.items().isEmpty()) {
      geometry.error("FIELD_MISSING", "a zone has at least one volume under geometry");
    }
    Set<Volume> volumes = new LinkedHashSet<>();
    for (JsonAt item : geometry.items()) {
      boolean repeated = false;
      for (Volume volume : Ed269Volume.read(item)) {
        repeated |= !volumes.add(volume);
      }
      if (repeated) {
        item.info("GEOM_DUP_VOLUME", "the same volume again; kept once");
      }
    }
    return List.copyOf(volumes);
  }
}
