package org.airwitness.airspace.format;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;

/**
 * Reader of zones drawn as GeoJSON (RFC 7946): one {@code Feature} or a {@code FeatureCollection}.
 *
 * <p>The geometry is a {@code Polygon}, a {@code MultiPolygon}, or a {@code Point} which with
 * {@code properties.radiusM} is an exact circle. Longitude first, WGS 84. Properties:
 *
 * <table>
 * <caption>Properties of a feature</caption>
 * <tr><th>name</th><th>need</th><th>value</th></tr>
 * <tr><td>name</td><td>mandatory</td><td>text</td></tr>
 * <tr><td>restriction</td><td>mandatory</td><td>a {@link Restriction}</td></tr>
 * <tr><td>identifier</td><td></td><td>text; without it the feature's id, else the name</td></tr>
 * <tr><td>country</td><td></td><td>ISO 3166-1 alpha-3</td></tr>
 * <tr><td>reason</td><td></td><td>list of {@link org.airwitness.airspace.Reason}</td></tr>
 * <tr><td>message</td><td></td><td>text</td></tr>
 * <tr><td>lowerM, upperM</td><td></td><td>metres; absent: from the ground, unlimited</td></tr>
 * <tr><td>lowerDatum, upperDatum</td><td></td><td>AGL (default), AMSL, WGS84 or STD</td></tr>
 * <tr><td>radiusM</td><td>for a Point</td><td>metres, above 0</td></tr>
 * <tr><td>applicability</td><td></td><td>list of periods as in ED-269; absent: always</td></tr>
 * </table>
 *
 * Other properties are ignored.
 */
public final class GeoJsonZoneReader implements ZoneReader {
  private final SourceProfile profile;

  /** Reader for one source. */
  public GeoJsonZoneReader(SourceProfile profile) {
    this.profile = profile;
  }

  /**
   * Reader for a source that nothing is known about.
   *
   * @param source becomes part of every zone's key and id
   */
  public GeoJsonZoneReader(String source) {
    this(SourceProfile.of(source, DocumentFormat.GEOJSON));
  }

  @Override
  public ZoneImport read(byte[] document, Instant now) {
    ZoneReading reading = new ZoneReading(profile, now);
    JsonDocument.parse(document, reading.issues())
        .filter(FeatureCollection::isWgs84)
        .map(FeatureCollection::features)
        .orElse(List.of())
        .forEach(feature -> zone(feature, reading));
    return reading.result();
  }

  private static void zone(JsonAt feature, ZoneReading reading) {
    int since = reading.issues().size();
    JsonAt properties = feature.member("properties");
    String name = name(properties.member("name"));
    ZoneKey key = key(feature, name, reading);
    Optional<Restriction> restriction = restriction(properties.member("restriction"));
    List<Volume> volumes = volumes(feature, reading.profile());
    Optional<List<Applicability>> periods =
        new ApplicabilityReader(Centres.centre(volumes), reading.profile().permanentDates())
            .read(properties.member("applicability"));
    String raw = feature.node().toString();
    if (name.isEmpty() || restriction.isEmpty() || periods.isEmpty() || volumes.isEmpty()) {
      reading.quarantine(feature.path(), key, name, since, raw);
      return;
    }
    reading.add(
        feature.path(),
        new Zone(
            key.toUuid(),
            key,
            name,
            restriction.get(),
            ZoneText.reasons(properties.member("reason")),
            properties.member("message").text(),
            periods.get(),
            volumes,
            raw));
  }

  /** The name; empty after reporting that there is none. */
  private static String name(JsonAt member) {
    String name = member.text();
    if (name == null) {
      member.error("FIELD_MISSING", "a zone needs a name");
      return "";
    }
    return name;
  }

  private static Optional<Restriction> restriction(JsonAt member) {
    String word = member.text();
    Optional<Restriction> restriction =
        word == null
            ? Optional.empty()
            : ZoneText.restriction(member, word, Restriction.REQ_AUTHORISATION.name());
    if (restriction.isEmpty()) {
      member.error(
          word == null ? "FIELD_MISSING" : "ENUM_UNKNOWN",
          "restriction must be one of %s, not %s"
              .formatted(Arrays.toString(Restriction.values()), member.excerpt()));
    }
    return restriction;
  }

  private static ZoneKey key(JsonAt feature, String name, ZoneReading reading) {
    JsonAt properties = feature.member("properties");
    JsonAt member = properties.member("identifier");
    String identifier = member.text();
    if (identifier == null) {
      identifier = Objects.requireNonNullElse(feature.member("id").text(), name);
    }
    String country =
        Objects.requireNonNullElse(
            properties.member("country").text(), reading.profile().country());
    return reading.names().next(country, identifier, member.path());
  }

  private static List<Volume> volumes(JsonAt feature, SourceProfile profile) {
    VerticalLimits limits = limits(feature.member("properties"), profile);
    return shapes(feature, profile).stream()
        .map(shape -> new Volume(shape, limits.lower(), limits.upper()))
        .distinct()
        .toList();
  }

  private static VerticalLimits limits(JsonAt properties, SourceProfile profile) {
    VerticalLimits limits =
        new VerticalLimits(
            limit(properties, "lower", Limit::lower), limit(properties, "upper", profile::upper));
    limits.report(properties.place());
    return limits;
  }

  private static Limit limit(JsonAt properties, String side, VerticalLimits.LimitOf kind) {
    return VerticalLimits.read(
        properties.member(side + "M"), Unit.M, properties.member(side + "Datum"), kind);
  }

  private static List<? extends Shape> shapes(JsonAt feature, SourceProfile profile) {
    JsonAt geometry = feature.member("geometry");
    JsonAt coordinates = geometry.member("coordinates");
    String type = String.valueOf(geometry.member("type").text());
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "POLYGON" -> PolygonReader.read(coordinates, feature, profile);
      case "MULTIPOLYGON" ->
          coordinates.items().stream()
              .flatMap(part -> PolygonReader.read(part, feature, profile).stream())
              .toList();
      case "POINT" ->
          CircleReader.read(coordinates, feature.member("properties").member("radiusM"), 1).stream()
              .toList();
      default -> {
        geometry.error(
            "GEOM_TYPE",
            "a zone is a Polygon, a MultiPolygon, or a Point with radiusM, not " + type);
        yield List.of();
      }
    };
  }
}
