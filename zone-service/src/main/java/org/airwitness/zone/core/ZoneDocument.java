package org.airwitness.zone.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.platform.agency.AgencyId;

/**
 * A zone document after reading.
 *
 * @param read entries in the document
 * @param drafts those that can be used; at most one per entry
 * @param issues every deviation, in document order
 */
public record ZoneDocument(int read, List<ZoneDraft> drafts, List<Issue> issues) {
  /** Entries one document may have. */
  public static final int MAX_ZONES = 10_000;

  private static final Set<String> LISTS = Set.of("features", "UASZoneList", "uas_zones");

  public ZoneDocument {
    drafts = List.copyOf(drafts);
    issues = List.copyOf(issues);
  }

  /** Reads a publication; its zones keep their ids in the agency's next import of it. */
  public static ZoneDocument publication(
      AgencyId agency, ZoneFormat format, byte[] bytes, Instant now) {
    ZoneImport read = format.read(agency.value() + "/" + format.label(), bytes);
    List<ZoneDraft> drafts =
        read.zones().stream().map(zone -> ZoneDraft.of(zone, format, now)).toList();
    int entries = read.refused() ? 0 : Math.max(countEntries(bytes), drafts.size());
    return new ZoneDocument(entries, drafts, read.issues());
  }

  /** Reads a zone that somebody has drawn: a single GeoJSON feature, kept under a new id. */
  public static ZoneDocument drawing(UUID id, byte[] feature, Instant now) {
    ZoneImport read = ZoneFormat.GEOJSON.read("drawing", feature);
    List<ZoneDraft> drafts =
        read.zones().stream()
            .map(zone -> ZoneDraft.of(zone.withId(id), ZoneFormat.GEOJSON, now))
            .toList();
    return new ZoneDocument(read.refused() ? 0 : countEntries(feature), drafts, read.issues());
  }

  /** Entries that could not be used. */
  public int refused() {
    return read - drafts.size();
  }

  /** The gravest issue at least this grave, the first of several. */
  public Optional<Issue> findWorst(Severity least) {
    return issues.stream()
        .filter(issue -> issue.severity().compareTo(least) >= 0)
        .reduce((one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
  }

  /** Length of the list of zones, 1 for a document that is one zone. */
  private static int countEntries(byte[] document) {
    try (JsonParser json = new JsonFactory().createParser(document)) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        return countElements(json);
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (json.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
          return countElements(json);
        }
        json.skipChildren();
      }
      return 1;
    } catch (IOException e) {
      throw new IllegalStateException("The document was read before", e);
    }
  }

  private static int countElements(JsonParser json) throws IOException {
    int elements = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      json.skipChildren();
      elements++;
    }
    return elements;
  }
}
