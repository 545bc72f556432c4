package org.airwitness.airspace.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.airwitness.airspace.ZoneImport;

/** Readers by format, and the format of an unknown document. */
public final class ZoneReaders {
  private static final Pattern OPENAIR = Pattern.compile("(?mi)^\\s*AC(\\s|$)");

  private ZoneReaders() {}

  /** The reader for a source. */
  public static ZoneReader of(SourceProfile profile) {
    return switch (profile.format()) {
      case ED269 -> new Ed269Reader(profile);
      case ED318 -> new Ed318Reader(profile);
      case GEOJSON ->
          profile.mapping() == null
              ? new GeoJsonZoneReader(profile)
              : new MappedZoneReader(profile);
      case OPENAIR -> new OpenAirReader(profile);
      case AIXM -> new AixmReader(profile);
      case KML -> new KmlReader(profile);
      case FAA_TFR -> new FaaTfrReader(profile);
    };
  }

  /**
   * Reads a document of a source; never throws for bad content.
   *
   * @param now tells which zones lie in the past
   */
  public static ZoneImport read(byte[] document, SourceProfile profile, Instant now) {
    return of(profile).read(document, now);
  }

  /** Finds out in which format a document is; nothing when it is none of them. */
  public static Optional<DocumentFormat> detect(byte[] document) {
    Issues ignored = new Issues();
    String text = new String(document, StandardCharsets.UTF_8).replaceFirst("^\\uFEFF?\\s*", "");
    if (text.startsWith("<")) {
      return XmlDocument.parse(document, ignored).flatMap(root -> ofRoot(root.name()));
    }
    if (text.startsWith("{") || text.startsWith("[")) {
      return JsonDocument.parse(document, ignored).map(root -> ofJson(root.node()));
    }
    return OPENAIR.matcher(text).find() ? Optional.of(DocumentFormat.OPENAIR) : Optional.empty();
  }

  private static Optional<DocumentFormat> ofRoot(String name) {
    return switch (name) {
      case "AIXMBasicMessage" -> Optional.of(DocumentFormat.AIXM);
      case "XNOTAM-Update" -> Optional.of(DocumentFormat.FAA_TFR);
      case "kml" -> Optional.of(DocumentFormat.KML);
      default -> Optional.empty();
    };
  }

  private static DocumentFormat ofJson(JsonNode root) {
    JsonNode first = root.isArray() ? root.path(0) : root.path("features").path(0);
    boolean ed269 =
        root.has("UASZoneList")
            || root.has("uas_zones")
            || first.has("horizontalProjection")
            || first.path("geometry").isArray();
    return ed269 ? DocumentFormat.ED269 : ofFeature(first);
  }

  private static DocumentFormat ofFeature(JsonNode feature) {
    JsonNode properties = feature.path("properties");
    JsonNode geometry = feature.path("geometry");
    List<JsonNode> marks =
        List.of(
            properties.path("variant"),
            properties.path("limitedApplicability"),
            properties.path("UASZone"),
            geometry.path("layer"),
            geometry.path("geometries").path(0).path("layer"));
    return marks.stream().anyMatch(mark -> !mark.isMissingNode())
        ? DocumentFormat.ED318
        : DocumentFormat.GEOJSON;
  }
}
