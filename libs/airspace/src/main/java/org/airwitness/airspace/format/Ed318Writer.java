package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Authority;
import org.airwitness.airspace.Authority.Purpose;
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
 * Writer of EUROCAE ED-318 documents (GeoJSON) that follow its public schema and what the schema
 * forgets: every leaf has a layer, every text a language, circles are points with extent.
 *
 * <p>Texts and identifiers that are too long are shortened; the whole of them stands in {@code
 * extendedProperties.fullText}, where {@link Ed318Reader} finds it. A zone that a NOTAM activates
 * cannot be expressed and is left out, which is among the losses.
 */
public final class Ed318Writer {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String AUTHORISATION = "REQ_AUTHORIZATION";
  private static final String DATA_SOURCE = "dataSource";
  private static final String VALIDITY = "validity";
  private static final int LANGUAGE_LETTERS = 2;

  private final String language;
  private final LimitPair.Abilities abilities = new LimitPair.Abilities(true, true, Geoid.NONE);

  /**
   * Writer of documents.
   *
   * @param language tag of texts without one, such as {@code en-GB}
   */
  public Ed318Writer(String language) {
    if (language.isEmpty() || language.length() > Ed318Fields.MAX_LANGUAGE) {
      throw new IllegalArgumentException(
          "a language has 1 to 5 characters such as en-GB, not \"" + language + "\"");
    }
    this.language = language;
  }

  /** The document of these zones, JSON text. */
  public WrittenZones write(String name, Collection<Zone> zones) {
    Losses losses = new Losses();
    ObjectNode document = JSON.objectNode().put("type", "FeatureCollection");
    document.put("name", WrittenText.cut(name, Ed318Fields.MAX_TEXT));
    ArrayNode features = document.putArray("features");
    for (Zone zone : zones) {
      if (zone.activation() == Activation.BY_NOTAM) {
        losses.refused(zone, "TIME_BY_NOTAM", "activation by NOTAM cannot be expressed: left out");
      } else {
        ObjectNode feature = features.addObject().put("type", "Feature");
        feature.set("geometry", geometry(zone, losses));
        feature.set("properties", properties(zone, losses));
      }
    }
    return new WrittenZones(document.toString(), losses.list());
  }

  private ObjectNode properties(Zone zone, Losses losses) {
    ZoneDetails details = zone.details();
    FullTexts texts = new FullTexts(zone, losses);
    ObjectNode node = JSON.objectNode();
    node.put("identifier", identifier(zone, texts));
    node.put("country", zone.key().country());
    if (zone.key().country().length() != 3) {
      losses.lost(zone, "FIELD_MISSING", "the country has no three letters");
    }
    putTexts(node, "name", details.names(), texts);
    node.put("type", written(zone.restriction()));
    node.put("variant", details.variant() == null ? "COMMON" : details.variant().name());
    if (!details.conditions().isEmpty()) {
      node.put(
          "restrictionConditions",
          texts.cut(
              "restrictionConditions",
              String.join("\n", details.conditions()),
              Ed318Fields.MAX_CONDITIONS));
    }
    if (details.region() != null) {
      node.put("region", details.region());
    }
    putReasons(node, zone, losses);
    putTexts(node, "otherReasonInfo", otherReasons(zone), texts);
    if (details.regulationExemption() != null) {
      node.put("regulationExemption", details.regulationExemption() ? "YES" : "NO");
    }
    putTexts(node, "message", details.messages(), texts);
    putAuthorities(node, zone, losses);
    ObjectNode extended = texts.extended(details.extended());
    if (!details.uSpaceClasses().isEmpty()) {
      details.uSpaceClasses().forEach(extended.putArray("uSpaceClass")::add);
    }
    putPeriods(node, extended, zone, losses);
    if (extended.path(DATA_SOURCE).isObject()) {
      node.set(DATA_SOURCE, extended.remove(DATA_SOURCE));
    }
    if (!extended.isEmpty()) {
      node.set("extendedProperties", extended);
    }
    return node;
  }

  private static String identifier(Zone zone, FullTexts texts) {
    String identifier = zone.key().identifier();
    if (WrittenText.isShortIdentifier(identifier)) {
      return identifier;
    }
    texts.keep("identifier", identifier);
    return WrittenText.shortIdentifier(zone.key());
  }

  private static String written(Restriction restriction) {
    return restriction == Restriction.REQ_AUTHORISATION ? AUTHORISATION : restriction.name();
  }

  private static void putReasons(ObjectNode node, Zone zone, Losses losses) {
    Set<String> reasons = new LinkedHashSet<>();
    for (Reason reason : zone.reasons()) {
      boolean foreign = reason == Reason.FOREIGN_TERRITORY;
      if (foreign) {
        losses.changed(zone, "ENUM_UNKNOWN", "FOREIGN_TERRITORY is written as OTHER and explained");
      }
      reasons.add((foreign ? Reason.OTHER : reason).name());
    }
    if (!reasons.isEmpty()) {
      reasons.forEach(node.putArray("reason")::add);
    }
  }

  private List<LocalText> otherReasons(Zone zone) {
    List<LocalText> published = zone.details().otherReasons();
    return published.isEmpty() && zone.reasons().contains(Reason.FOREIGN_TERRITORY)
        ? List.of(new LocalText(Reason.FOREIGN_TERRITORY.name(), language))
        : published;
  }

  private void putTexts(ObjectNode node, String field, List<LocalText> texts, FullTexts whole) {
    if (texts.isEmpty()) {
      return;
    }
    ArrayNode list = node.putArray(field);
    for (LocalText text : texts) {
      LocalText tagged = new LocalText(text.text(), tag(text.lang()));
      if (tagged.text().length() > Ed318Fields.MAX_TEXT) {
        whole.keep(field, tagged);
      }
      list.add(written(tagged));
    }
  }

  private static ObjectNode written(LocalText text) {
    return JSON.objectNode()
        .put("text", WrittenText.cut(text.text(), Ed318Fields.MAX_TEXT))
        .put("lang", text.lang());
  }

  private String tag(String published) {
    if (published.isEmpty()) {
      return language;
    }
    return published.length() <= Ed318Fields.MAX_LANGUAGE
        ? published
        : published.substring(0, LANGUAGE_LETTERS);
  }

  private void putAuthorities(ObjectNode node, Zone zone, Losses losses) {
    ArrayNode list = node.putArray("zoneAuthority");
    zone.details().authorities().forEach(a -> list.add(authority(zone, a, losses)));
    if (list.isEmpty()) {
      list.addObject().put("purpose", Purpose.INFORMATION.name());
      losses.changed(zone, "FIELD_MISSING", "no authority: an empty one for information stands in");
    }
  }

  private ObjectNode authority(Zone zone, Authority authority, Losses losses) {
    ObjectNode node = JSON.objectNode();
    putShort(node, "name", authority.names());
    putShort(node, "service", authority.services());
    putShort(node, "contactName", authority.contacts());
    put(node, "siteURL", authority.siteUrl());
    put(node, "email", losses.email(zone, authority.email()));
    String phone = authority.phone();
    put(node, "phone", phone == null ? null : WrittenText.cut(phone, Ed318Fields.MAX_TEXT));
    Purpose purpose = authority.purpose();
    if (purpose == null) {
      losses.changed(zone, "FIELD_MISSING", "no purpose of an authority: INFORMATION is written");
    }
    node.put("purpose", (purpose == null ? Purpose.INFORMATION : purpose).name());
    put(node, "intervalBefore", authority.intervalBefore());
    return node;
  }

  private void putShort(ObjectNode node, String field, List<LocalText> texts) {
    if (!texts.isEmpty()) {
      ArrayNode list = node.putArray(field);
      texts.forEach(text -> list.add(written(new LocalText(text.text(), tag(text.lang())))));
    }
  }

  private static void put(ObjectNode node, String field, @Nullable String text) {
    if (text != null) {
      node.put(field, text);
    }
  }

  /** Limited applicability; always is none, and dates of validity go to the extended properties. */
  private static void putPeriods(ObjectNode node, ObjectNode extended, Zone zone, Losses losses) {
    ArrayNode periods = JSON.arrayNode();
    boolean always = zone.applicability().isEmpty();
    for (Applicability period : zone.applicability()) {
      ObjectNode written = JSON.objectNode();
      if (!period.permanent()) {
        PeriodWriter.putDates(written, period);
      } else if (period.from() != null || period.to() != null) {
        PeriodWriter.putDates(extended.putObject(VALIDITY), period);
        losses.changed(zone, "TIME_PERMANENT_DATES", "the validity of the data stands beside it");
      }
      PeriodWriter.putSchedule(written, period);
      always |= written.isEmpty();
      periods.add(written);
    }
    if (!always) {
      node.set("limitedApplicability", periods);
    }
  }

  private ObjectNode geometry(Zone zone, Losses losses) {
    Map<LimitPair, List<Volume>> byLimits = new LinkedHashMap<>();
    for (Volume volume : zone.volumes()) {
      byLimits
          .computeIfAbsent(LimitPair.of(zone, volume, abilities, losses), _ -> new ArrayList<>())
          .add(volume);
    }
    List<ObjectNode> leaves = new ArrayList<>();
    byLimits.forEach((limits, volumes) -> leaves.addAll(leaves(limits, volumes)));
    if (leaves.size() == 1) {
      return leaves.getFirst();
    }
    ObjectNode collection = JSON.objectNode().put("type", "GeometryCollection");
    leaves.forEach(collection.putArray("geometries")::add);
    return collection;
  }

  private static List<ObjectNode> leaves(LimitPair limits, List<Volume> volumes) {
    List<ObjectNode> leaves = new ArrayList<>();
    List<Polygon> polygons = new ArrayList<>();
    for (Volume volume : volumes) {
      switch (volume.shape()) {
        case Circle circle -> leaves.add(circle(circle));
        case Polygon polygon -> polygons.add(polygon);
      }
    }
    if (polygons.size() == 1) {
      ObjectNode leaf = JSON.objectNode().put("type", "Polygon");
      leaf.set("coordinates", JsonGeometry.coordinates(polygons.getFirst()));
      leaves.add(leaf);
    } else if (!polygons.isEmpty()) {
      ObjectNode leaf = JSON.objectNode().put("type", "MultiPolygon");
      ArrayNode parts = leaf.putArray("coordinates");
      polygons.forEach(polygon -> parts.add(JsonGeometry.coordinates(polygon)));
      leaves.add(leaf);
    }
    leaves.forEach(leaf -> leaf.set("layer", layer(limits)));
    return leaves;
  }

  private static ObjectNode circle(Circle circle) {
    ObjectNode point = JSON.objectNode().put("type", "Point");
    point.set("coordinates", JsonGeometry.point(circle.lonDeg(), circle.latDeg()));
    point
        .putObject("extent")
        .put("subType", "Circle")
        .put("radius", WrittenText.number(circle.radiusM()));
    return point;
  }

  private static ObjectNode layer(LimitPair limits) {
    ObjectNode layer = JSON.objectNode();
    putLimit(layer, "upper", limits.upper());
    putLimit(layer, "lower", limits.lower());
    return layer.put("uom", limits.unit().name().toLowerCase(Locale.ROOT));
  }

  private static void putLimit(ObjectNode layer, String side, Limit limit) {
    if (LimitPair.numbered(limit)) {
      layer.put(side, WrittenText.number(limit.value()));
      layer.put(side + "Reference", limit.datum().name());
    }
  }
}
