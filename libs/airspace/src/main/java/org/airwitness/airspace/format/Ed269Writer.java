package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Authority;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Reason;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.height.Geoid;
import org.jspecify.annotations.Nullable;

/**
 * Writer of EUROCAE ED-269 documents, to the letter of the standard.
 *
 * <p>A text that is too long is cut at a word; the whole of it stands in {@code
 * extendedProperties.fullText}, where {@link Ed269Reader} finds it. A zone that a NOTAM activates
 * or whose schedule follows the sun cannot be expressed and is left out, which is among the losses.
 */
public final class Ed269Writer {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final String language;
  private final LimitPair.Abilities abilities;

  /**
   * Writer of documents in one language.
   *
   * @param language tag of the texts to prefer where there are several
   * @param geoid turns limits above the ellipsoid into such above mean sea level; {@link
   *     Geoid#NONE} leaves them out
   */
  public Ed269Writer(String language, Geoid geoid) {
    this.language = language;
    abilities = new LimitPair.Abilities(false, false, geoid);
  }

  /** The document of these zones, JSON text. */
  public WrittenZones write(String title, Collection<Zone> zones) {
    Losses losses = new Losses();
    ObjectNode document = JSON.objectNode().put("title", title);
    ArrayNode features = document.putArray("features");
    for (Zone zone : zones) {
      if (zone.activation() == Activation.BY_NOTAM) {
        losses.refused(zone, "TIME_BY_NOTAM", "activation by NOTAM cannot be expressed: left out");
      } else if (PeriodWriter.usesSun(zone.applicability())) {
        losses.refused(zone, "TIME_SUN_EVENT", "sun events cannot be expressed: left out");
      } else {
        features.add(zone(zone, losses));
      }
    }
    return new WrittenZones(document.toString(), losses.list());
  }

  private ObjectNode zone(Zone zone, Losses losses) {
    ZoneDetails details = zone.details();
    FullTexts texts = new FullTexts(zone, losses);
    ObjectNode node = JSON.objectNode();
    if (zone.key().identifier().length() > Ed269Fields.MAX_IDENTIFIER) {
      losses.changed(zone, "FIELD_LENGTH", "the identifier is longer than 7 characters");
    }
    node.put("identifier", zone.key().identifier());
    node.put("country", zone.key().country());
    put(node, "name", texts.cut("name", chosen(details.names()), Ed269Fields.MAX_TEXT));
    node.put("type", details.variant() == null ? "COMMON" : details.variant().name());
    node.put("restriction", written(zone.restriction()).name());
    putAll(node, "restrictionConditions", details.conditions());
    if (details.region() != null) {
      node.put("region", details.region());
    }
    putAll(node, "reason", reasons(zone, losses));
    put(
        node,
        "otherReasonInfo",
        texts.cut(
            "otherReasonInfo",
            otherReason(zone, chosen(details.otherReasons())),
            Ed269Fields.MAX_OTHER_REASON));
    if (details.regulationExemption() != null) {
      node.put("regulationExemption", details.regulationExemption() ? "YES" : "NO");
    }
    put(
        node,
        "uSpaceClass",
        texts.cut("uSpaceClass", uSpaceClass(zone), Ed269Fields.MAX_U_SPACE_CLASS));
    put(node, "message", texts.cut("message", chosen(details.messages()), Ed269Fields.MAX_TEXT));
    node.set("applicability", PeriodWriter.write(zone.applicability()));
    ArrayNode authorities = node.putArray("zoneAuthority");
    details.authorities().forEach(authority -> authorities.add(authority(zone, authority, losses)));
    ArrayNode geometry = node.putArray("geometry");
    zone.volumes().forEach(volume -> geometry.add(volume(zone, volume, losses)));
    ObjectNode extended = texts.extended(details.extended());
    putOtherLanguages(extended, details, losses, zone);
    if (!extended.isEmpty()) {
      node.set("extendedProperties", extended);
    }
    return node;
  }

  private static Restriction written(Restriction restriction) {
    return restriction == Restriction.USPACE ? Restriction.CONDITIONAL : restriction;
  }

  private static @Nullable String uSpaceClass(Zone zone) {
    List<String> classes = zone.details().uSpaceClasses();
    if (!classes.isEmpty()) {
      return String.join(", ", classes);
    }
    return zone.restriction() == Restriction.USPACE ? Restriction.USPACE.name() : null;
  }

  private static List<String> reasons(Zone zone, Losses losses) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Reason reason : zone.reasons()) {
      if (reason == Reason.DAR) {
        losses.changed(zone, "ENUM_UNKNOWN", "the reason DAR is written as OTHER with explanation");
      }
      reasons.add((reason == Reason.DAR ? Reason.OTHER : reason).name());
    }
    return List.copyOf(reasons);
  }

  private static @Nullable String otherReason(Zone zone, @Nullable String published) {
    return published == null && zone.reasons().contains(Reason.DAR) ? Reason.DAR.name() : published;
  }

  private @Nullable String chosen(List<LocalText> texts) {
    return JsonZone.inLanguage(texts, language);
  }

  private void putOtherLanguages(
      ObjectNode extended, ZoneDetails details, Losses losses, Zone zone) {
    ObjectNode languages = JSON.objectNode();
    putOthers(languages, "name", details.names());
    putOthers(languages, "otherReasonInfo", details.otherReasons());
    putOthers(languages, "message", details.messages());
    if (!languages.isEmpty()) {
      extended.set("languages", languages);
      losses.changed(zone, "LANGUAGES", "one language is written, the others are kept beside it");
    }
  }

  private static void putOthers(ObjectNode languages, String field, List<LocalText> texts) {
    if (texts.size() > 1) {
      ArrayNode list = languages.putArray(field);
      texts.forEach(text -> list.addObject().put("text", text.text()).put("lang", text.lang()));
    }
  }

  private ObjectNode authority(Zone zone, Authority authority, Losses losses) {
    ObjectNode node = JSON.objectNode();
    put(node, "name", shortened(chosen(authority.names())));
    put(node, "service", shortened(chosen(authority.services())));
    put(node, "contactName", shortened(chosen(authority.contacts())));
    put(node, "phone", shortened(authority.phone()));
    put(node, "email", losses.email(zone, authority.email()));
    put(node, "siteURL", authority.siteUrl());
    put(node, "purpose", authority.purpose() == null ? null : authority.purpose().name());
    put(node, "intervalBefore", authority.intervalBefore());
    return node;
  }

  private static @Nullable String shortened(@Nullable String text) {
    return text == null ? null : WrittenText.cut(text, Ed269Fields.MAX_TEXT);
  }

  private ObjectNode volume(Zone zone, Volume volume, Losses losses) {
    LimitPair limits = LimitPair.of(zone, volume, abilities, losses);
    ObjectNode node = JSON.objectNode().put("uomDimensions", limits.unit().name());
    putLimit(node, "lower", limits.lower());
    putLimit(node, "upper", limits.upper());
    ObjectNode projection = node.putObject("horizontalProjection");
    switch (volume.shape()) {
      case Circle circle -> {
        projection.put("type", "Circle");
        projection.set("center", JsonGeometry.point(circle.lonDeg(), circle.latDeg()));
        projection.put("radius", WrittenText.number(circle.radiusM()));
      }
      case Polygon polygon ->
          projection.put("type", "Polygon").set("coordinates", JsonGeometry.coordinates(polygon));
    }
    return node;
  }

  private static void putLimit(ObjectNode node, String side, Limit limit) {
    if (LimitPair.numbered(limit)) {
      node.put(side + "Limit", WrittenText.number(limit.value()));
    }
    node.put(side + "VerticalReference", limit.datum().name());
  }

  private static void put(ObjectNode node, String field, @Nullable String text) {
    if (text != null) {
      node.put(field, text);
    }
  }

  private static void putAll(ObjectNode node, String field, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode list = node.putArray(field);
      texts.forEach(list::add);
    }
  }
}
