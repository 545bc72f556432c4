package org.airwitness.airspace.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;
import org.jspecify.annotations.Nullable;

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
public final class GeoJsonZoneReader {
  private static final Set<String> WGS84_NAMES = Set.of("4326", "CRS84");

  private final String source;

  /**
   * Reader for one source.
   *
   * @param source becomes part of every zone's key and id
   */
  public GeoJsonZoneReader(String source) {
    this.source = source;
  }

  /** Reads UTF-8 JSON; never throws for bad content. */
  public ZoneImport read(byte[] document) {
    Issues issues = new Issues();
    List<Zone> zones = new ArrayList<>();
    ZoneNames names = new ZoneNames(source);
    JsonDocument.parse(document, issues)
        .filter(GeoJsonZoneReader::isWgs84)
        .map(GeoJsonZoneReader::features)
        .orElse(List.of())
        .forEach(feature -> zone(feature, names).ifPresent(zones::add));
    return new ZoneImport(zones, issues.list());
  }

  private static boolean isWgs84(JsonAt root) {
    JsonAt crs = root.member("crs");
    if (!crs.isPresent()) {
      return true;
    }
    String name = String.valueOf(crs.member("properties").member("name").text());
    boolean wgs84 = WGS84_NAMES.stream().anyMatch(name::endsWith);
    if (wgs84) {
      crs.info("DOC_CRS", "obsolete member; names WGS 84");
    } else {
      crs.fatal("DOC_CRS", "coordinates must be WGS 84, not " + name);
    }
    return wgs84;
  }

  private static List<JsonAt> features(JsonAt root) {
    String type = String.valueOf(root.member("type").text());
    JsonAt features = root.member("features");
    return switch (type) {
      case "Feature" -> List.of(root);
      case "FeatureCollection" -> {
        if (!features.node().isArray() || features.node().isEmpty()) {
          root.fatal("DOC_EMPTY", "no features in the FeatureCollection");
          yield List.of();
        }
        yield features.items();
      }
      default -> {
        root.fatal("DOC_TYPE", "type must be Feature or FeatureCollection, not " + type);
        yield List.of();
      }
    };
  }

  private static Optional<Zone> zone(JsonAt feature, ZoneNames names) {
    JsonAt properties = feature.member("properties");
    String name = name(properties.member("name"));
    if (name == null) {
      return Optional.empty();
    }
    ZoneKey key = key(feature, name, names);
    Optional<Restriction> restriction = restriction(properties.member("restriction"));
    Optional<List<Applicability>> periods =
        ApplicabilityReader.read(properties.member("applicability"));
    List<Volume> volumes = volumes(feature);
    if (restriction.isEmpty() || periods.isEmpty() || volumes.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Zone(
            key.toUuid(),
            key,
            name,
            restriction.get(),
            ZoneText.reasons(properties.member("reason")),
            properties.member("message").text(),
            periods.get(),
            volumes,
            feature.node().toString()));
  }

  private static @Nullable String name(JsonAt member) {
    String name = member.text();
    if (name == null) {
      member.error("FIELD_MISSING", "a zone needs a name");
    }
    return name;
  }

  private static Optional<Restriction> restriction(JsonAt member) {
    String word = member.text();
    Optional<Restriction> restriction =
        word == null ? Optional.empty() : ZoneText.restriction(member, word);
    if (restriction.isEmpty()) {
      member.error(
          word == null ? "FIELD_MISSING" : "ENUM_UNKNOWN",
          "restriction must be one of %s, not %s"
              .formatted(Arrays.toString(Restriction.values()), member.excerpt()));
    }
    return restriction;
  }

  private static ZoneKey key(JsonAt feature, String name, ZoneNames names) {
    JsonAt properties = feature.member("properties");
    JsonAt member = properties.member("identifier");
    String identifier = member.text();
    if (identifier == null) {
      identifier = Objects.requireNonNullElse(feature.member("id").text(), name);
    }
    String country = Objects.requireNonNullElse(properties.member("country").text(), "");
    return names.next(country, identifier, member);
  }

  private static List<Volume> volumes(JsonAt feature) {
    VerticalLimits limits = limits(feature.member("properties"));
    return shapes(feature).stream()
        .map(shape -> new Volume(shape, limits.lower(), limits.upper()))
        .distinct()
        .toList();
  }

  private static VerticalLimits limits(JsonAt properties) {
    VerticalLimits limits =
        new VerticalLimits(
            limit(properties, "lower", Limit::lower), limit(properties, "upper", Limit::upper));
    limits.report(properties);
    return limits;
  }

  private static Limit limit(JsonAt properties, String side, VerticalLimits.LimitOf kind) {
    return VerticalLimits.read(
        properties.member(side + "M"), Unit.M, properties.member(side + "Datum"), kind);
  }

  private static List<? extends Shape> shapes(JsonAt feature) {
    JsonAt geometry = feature.member("geometry");
    JsonAt coordinates = geometry.member("coordinates");
    String type = String.valueOf(geometry.member("type").text());
    return switch (type.toUpperCase(Locale.ROOT)) {
      case "POLYGON" -> PolygonReader.read(coordinates, feature);
      case "MULTIPOLYGON" ->
          coordinates.items().stream()
              .flatMap(part -> PolygonReader.read(part, feature).stream())
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
