package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneDetails;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;

/**
 * Reader of EUROCAE ED-269 zone documents (JSON).
 *
 * <p>Accepts the three wrappers in circulation ({@code features}, {@code UASZoneList}, {@code
 * uas_zones}) and a bare list, with the deviations real files have. Circles stay exact. A zone is
 * quarantined only when none of its volumes or none of its periods can be used.
 */
public final class Ed269Reader implements ZoneReader {
  private static final List<String> WRAPPERS = List.of("features", "UASZoneList", "uas_zones");
  private static final Set<String> DOCUMENT_TEXT = Set.of("title", "description");

  private final SourceProfile profile;

  /** Reader for one source. */
  public Ed269Reader(SourceProfile profile) {
    this.profile = profile;
  }

  /**
   * Reader for a source that nothing is known about.
   *
   * @param source becomes part of every zone's key and id
   */
  public Ed269Reader(String source) {
    this(SourceProfile.of(source, DocumentFormat.ED269));
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    JsonDocument.parse(document, reading.issues())
        .map(Ed269Reader::listed)
        .orElse(List.of())
        .forEach(item -> zone(item, reading));
    return reading.result();
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
    for (String name : root.names()) {
      if (!name.equals(wrapper) && !DOCUMENT_TEXT.contains(name)) {
        root.member(name).info("DOC_MEMBER", "not a member of the format; ignored");
      }
    }
  }

  private static void zone(JsonAt zone, ZoneReading reading) {
    int since = reading.issues().size();
    if (!zone.node().isObject()) {
      zone.error("FIELD_SHAPE", "a zone is an object, not " + zone.excerpt());
      ZoneKey nameless = reading.names().nextOfMany("", "");
      reading.quarantine(zone.path(), nameless, "", since, zone.node().toString());
      return;
    }
    Ed269Fields.ZONE.check(zone);
    String name = FullTexts.of(zone, "name").text();
    String identifier = JsonZone.identifier(zone.member("identifier"), name);
    String country =
        Objects.requireNonNullElse(zone.member("country").text(), reading.profile().country());
    ZoneKey key = reading.names().next(country, identifier, zone.member("identifier").path());
    List<Volume> volumes = volumes(zone.member("geometry"), reading.profile());
    Optional<List<Applicability>> periods =
        new ApplicabilityReader(Centres.centre(volumes), reading.profile().permanentDates())
            .read(zone.member("applicability"));
    Restriction restriction =
        JsonZone.restriction(zone.member("restriction"), Restriction.REQ_AUTHORISATION.name());
    String raw = zone.node().toString();
    String shownName = Objects.requireNonNullElse(name, identifier);
    if (identifier.isEmpty() || periods.isEmpty() || volumes.isEmpty()) {
      reading.quarantine(zone.path(), key, shownName, since, raw);
      return;
    }
    reading.add(
        zone.path(),
        new Zone(
            key.toUuid(),
            key,
            shownName,
            restriction,
            ZoneText.reasons(zone.member("reason")),
            FullTexts.of(zone, "message").text(),
            Activation.BY_DATA,
            reading.profile().unknownHeight(),
            periods.get(),
            volumes,
            details(zone, reading.profile().language()),
            raw));
  }

  private static List<Volume> volumes(JsonAt geometry, SourceProfile profile) {
    if (geometry.items().isEmpty()) {
      geometry.error("FIELD_MISSING", "a zone has at least one volume under geometry");
    }
    DistinctVolumes volumes = new DistinctVolumes();
    for (JsonAt item : geometry.items()) {
      Ed269Volume.read(item, profile).forEach(volume -> volumes.add(volume, item));
    }
    return volumes.list();
  }

  private static ZoneDetails details(JsonAt zone, String language) {
    return new ZoneDetails(
        local(FullTexts.of(zone, "name"), language),
        ZoneText.variant(zone.member("type")).orElse(null),
        local(FullTexts.of(zone, "otherReasonInfo"), language),
        local(FullTexts.of(zone, "message"), language),
        zone.member("restrictionConditions").texts(),
        ZoneText.integer(zone.member("region")),
        ZoneText.yesNo(zone.member("regulationExemption")),
        ZoneText.uSpaceClasses(zone.member("uSpaceClass")),
        zone.member("zoneAuthority").items().stream()
            .map(item -> JsonZone.authority(item, text -> local(text, language)))
            .toList(),
        JsonZone.extended(zone, Ed269Fields.ZONE));
  }

  private static List<LocalText> local(JsonAt member, String language) {
    String text = member.text();
    return text == null ? List.of() : List.of(new LocalText(text, language));
  }
}
