package org.airwitness.zone.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.airwitness.platform.agency.AgencyId;

/**
 * What is to be imported, and how.
 *
 * @param owner whose zones they become; {@link AgencyId#SHARED} for those of the platform
 * @param set of which the document is the next edition; without one its zones are added to the
 *     others, and none is withdrawn
 * @param name under which the zones keep their ids: that of the set, else of source or format
 * @param source id of a bundled profile, empty when only the format is known
 * @param dryRun whether to tell what would happen and to store nothing
 * @param override why an edition is taken although the guard refuses it
 * @param by who ordered it
 * @param attempt which attempt at it this is, from 1; a later one takes over from an earlier
 */
public record ImportOrder(
    UUID job,
    AgencyId owner,
    Optional<UUID> set,
    String name,
    Optional<String> source,
    ZoneFormat format,
    boolean dryRun,
    Optional<String> override,
    String by,
    Instant at,
    int attempt) {

  /** Reads the document. */
  public ZoneDocument read(byte[] document) {
    return ZoneDocument.publication(owner, profile(), document, at);
  }

  /** Profile of the source, under the name by which the zones keep their ids. */
  public SourceProfile profile() {
    return source
        .map(id -> SourceProfiles.find(id).orElseThrow().withId(name))
        .orElseGet(() -> format.plainProfile(name));
  }

  /** The same order, taken up once more. */
  public ImportOrder again(int next) {
    return new ImportOrder(job, owner, set, name, source, format, dryRun, override, by, at, next);
  }
}
