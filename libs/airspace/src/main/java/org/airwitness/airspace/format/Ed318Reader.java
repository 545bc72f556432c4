package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * Reader of EUROCAE ED-318 zone documents (GeoJSON).
 *
 * <p>Accepts the wording of the standard and that of its public schema, plain strings in place of
 * lists, and properties one level deeper under {@code UASZone}. Circles ({@code Point} with {@code
 * extent}) stay exact, their radius is in metres whatever the layer's unit. AMSL is EGM96 unless
 * the document names another geoid, which is reported.
 */
public final class Ed318Reader implements ZoneReader {
  private static final String AUTHORISATION = "REQ_AUTHORIZATION";
  private static final String GEOID = "EGM96";
  private static final String U_SPACE_CLASS = "uSpaceClass";
  private static final String DATA_SOURCE = "dataSource";

  private final SourceProfile profile;

  /** Reader for one source. */
  public Ed318Reader(SourceProfile profile) {
    this.profile = profile;
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    JsonDocument.parse(document, reading.issues())
        .filter(FeatureCollection::isWgs84)
        .map(Ed318Reader::checkedFeatures)
        .orElse(List.of())
        .forEach(feature -> zone(feature, reading));
    return reading.result();
  }

  private static List<JsonAt> checkedFeatures(JsonAt root) {
    for (String name : root.names()) {
      if (!Ed318Fields.COLLECTION.knows(name) && !name.equals("crs")) {
        root.member(name).info("DOC_MEMBER", "not a member of the format; ignored");
      }
    }
    root.memberOrAlias("name", "title");
    JsonAt metadata = root.member("metadata");
    Ed318Fields.METADATA.check(metadata);
    JsonAt geoid = metadata.member("otherGeoid");
    if (geoid.isPresent() && !geoid.excerpt().contains(GEOID)) {
      geoid.warn("DOC_GEOID", geoid.excerpt() + ": heights above it are read as above EGM96");
    }
    return FeatureCollection.features(root);
  }

  private static void zone(JsonAt feature, ZoneReading reading) {
    int since = reading.issues().size();
    String language = reading.profile().language();
    JsonAt nested = feature.member("properties").member("UASZone");
    JsonAt zone = nested.node().isObject() ? nested : feature.member("properties");
    Ed318Fields.ZONE.check(zone);
    List<LocalText> names = FullTexts.of(zone, "name", local(zone.member("name"), language));
    String name = JsonZone.inLanguage(names, language);
    String identifier = JsonZone.identifier(FullTexts.of(zone, "identifier"), name);
    String country =
        Objects.requireNonNullElse(zone.member("country").text(), reading.profile().country());
    ZoneKey key = reading.names().next(country, identifier, zone.member("identifier").path());
    List<Volume> volumes = volumes(feature, reading.profile());
    Optional<List<Applicability>> periods =
        new ApplicabilityReader(Centres.centre(volumes), reading.profile().permanentDates())
            .read(zone.member("limitedApplicability"));
    Restriction restriction = JsonZone.restriction(zone.member("type"), AUTHORISATION);
    String raw = feature.node().toString();
    String shownName = Objects.requireNonNullElse(name, identifier);
    if (identifier.isEmpty() || periods.isEmpty() || volumes.isEmpty()) {
      reading.quarantine(feature.path(), key, shownName, since, raw);
      return;
    }
    List<LocalText> messages =
        FullTexts.of(zone, "message", local(zone.member("message"), language));
    reading.add(
        feature.path(),
        new Zone(
            key.toUuid(),
            key,
            shownName,
            restriction,
            ZoneText.reasons(zone.memberOrAlias("reason", "reasons")),
            JsonZone.inLanguage(messages, language),
            Activation.BY_DATA,
            reading.profile().unknownHeight(),
            periods.get(),
            volumes,
            details(zone, names, messages, language),
            raw));
  }

  private static List<Volume> volumes(JsonAt feature, SourceProfile profile) {
    JsonAt geometry = feature.member("geometry");
    JsonAt commonLayer = feature.member("properties").member("verticalLayer");
    DistinctVolumes volumes = new DistinctVolumes();
    new Ed318Volume(commonLayer, profile)
        .read(geometry)
        .forEach(volume -> volumes.add(volume, geometry));
    return volumes.list();
  }

  private static ZoneDetails details(
      JsonAt zone, List<LocalText> names, List<LocalText> messages, String language) {
    Map<String, String> extended = new LinkedHashMap<>(JsonZone.extended(zone, Ed318Fields.ZONE));
    extended.remove(U_SPACE_CLASS);
    JsonAt dataSource = zone.member(DATA_SOURCE);
    if (dataSource.isPresent()) {
      extended.put(DATA_SOURCE, dataSource.node().toString());
    }
    return new ZoneDetails(
        names,
        ZoneText.variant(zone.member("variant")).orElse(null),
        FullTexts.of(zone, "otherReasonInfo", local(zone.member("otherReasonInfo"), language)),
        messages,
        Optional.ofNullable(zone.member("restrictionConditions").text()).stream().toList(),
        ZoneText.integer(zone.member("region")),
        ZoneText.yesNo(zone.member("regulationExemption")),
        ZoneText.uSpaceClasses(zone.member("extendedProperties").member(U_SPACE_CLASS)),
        zone.member("zoneAuthority").items().stream()
            .map(item -> JsonZone.authority(item, text -> local(text, language)))
            .toList(),
        extended);
  }

  private static List<LocalText> local(JsonAt member, String language) {
    return member.items().stream().flatMap(item -> localText(item, language).stream()).toList();
  }

  private static Optional<LocalText> localText(JsonAt item, String language) {
    JsonAt text = item.node().isObject() ? item.member("text") : item;
    return Optional.ofNullable(text.text())
        .map(known ->
            new LocalText(known, Objects.requireNonNullElse(item.member("lang").text(), language)));
  }
}
