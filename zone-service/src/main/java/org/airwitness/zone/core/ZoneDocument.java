package org.airwitness.zone.core;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.QuarantinedZone;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.ZoneReaders;
import org.airwitness.platform.agency.AgencyId;

/**
 * A zone document after reading.
 *
 * @param read entries in the document
 * @param drafts those that can be used; at most one per entry
 * @param quarantined those that cannot
 * @param issues every deviation, in document order
 */
public record ZoneDocument(
    int read, List<ZoneDraft> drafts, List<QuarantinedZone> quarantined, List<Issue> issues) {
  /** Entries one document may have. */
  public static final int MAX_ZONES = 10_000;

  private static final Issue NOT_ONE =
      new Issue("/type", "DOC_TYPE", Severity.ERROR, "one Feature is expected; import collections");
  private static final Set<String> LISTS = Set.of("features", "UASZoneList", "uas_zones");

  public ZoneDocument {
    drafts = List.copyOf(drafts);
    quarantined = List.copyOf(quarantined);
    issues = List.copyOf(issues);
  }

  /**
   * Reads a publication of a source that nothing more is known about; its zones keep their ids in
   * the agency's next import of it. One with more than {@value #MAX_ZONES} entries is counted and
   * not used.
   */
  public static ZoneDocument publication(
      AgencyId agency, ZoneFormat format, byte[] bytes, Instant now) {
    return publication(agency, format.plainProfile(format.label()), bytes, now);
  }

  /** Reads a publication of a known source, as above. */
  public static ZoneDocument publication(
      AgencyId agency, SourceProfile source, byte[] bytes, Instant now) {
    int listed = countListed(bytes).orElse(1);
    if (listed > MAX_ZONES) {
      return new ZoneDocument(listed, List.of(), List.of(), List.of());
    }
    ZoneFormat format = ZoneFormat.of(source);
    SourceProfile ofAgency = source.withId(agency.value() + "/" + source.id());
    ZoneImport read = ZoneReaders.read(bytes, ofAgency, now);
    int entries = read.zones().size() + read.quarantined().size();
    if (entries > MAX_ZONES) {
      return new ZoneDocument(entries, List.of(), List.of(), List.of());
    }
    List<ZoneDraft> drafts =
        read.zones().stream().map(zone -> ZoneDraft.of(zone, format, now)).toList();
    return new ZoneDocument(entries, drafts, read.quarantined(), read.issues());
  }

  /** Reads a zone that somebody has drawn: a single GeoJSON feature, kept under a new id. */
  public static ZoneDocument drawing(UUID id, byte[] feature, Instant now) {
    OptionalInt listed = countListed(feature);
    if (listed.isPresent()) {
      return new ZoneDocument(listed.getAsInt(), List.of(), List.of(), List.of(NOT_ONE));
    }
    ZoneImport read = ZoneReaders.read(feature, ZoneFormat.GEOJSON.plainProfile("drawing"), now);
    if (read.zones().size() != 1) {
      return new ZoneDocument(read.refused() ? 0 : 1, List.of(), read.quarantined(), read.issues());
    }
    Zone zone = read.zones().getFirst().withId(id);
    DrawnLife life = DrawnLife.of(zone.raw());
    List<Issue> issues = new ArrayList<>(read.issues());
    issues.addAll(life.issues());
    ZoneDraft draft = ZoneDraft.of(zone, ZoneFormat.GEOJSON, now, life.status(), life.validity());
    return new ZoneDocument(1, List.of(draft), List.of(), issues);
  }

  /** The zones that can be used and those that cannot, as an edition. */
  ZoneImport edition() {
    return new ZoneImport(drafts.stream().map(ZoneDraft::zone).toList(), quarantined, List.of());
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

  /** Length of the list of zones; nothing for a document that is one zone itself, or no JSON. */
  private static OptionalInt countListed(byte[] document) {
    try (JsonParser json = new JsonFactory().createParser(document)) {
      if (json.nextToken() == JsonToken.START_ARRAY) {
        return OptionalInt.of(countElements(json));
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        if (json.nextToken() == JsonToken.START_ARRAY && LISTS.contains(name)) {
          return OptionalInt.of(countElements(json));
        }
        json.skipChildren();
      }
      return OptionalInt.empty();
    } catch (IOException e) {
      return OptionalInt.empty();
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
