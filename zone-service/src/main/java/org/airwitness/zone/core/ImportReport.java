package org.airwitness.zone.core;

import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.edition.EditionDiff;
import org.jspecify.annotations.Nullable;

/**
 * What came of an import.
 *
 * @param reason why it was refused or failed
 * @param edition number of the set's edition after it, null without a set
 * @param read entries in the document
 * @param zones ids of those that can be used, in document order
 * @param differences what changed, or would; null when that was not found out
 * @param issues every deviation, in document order
 */
public record ImportReport(
    ImportState state,
    @Nullable String reason,
    @Nullable Integer edition,
    int read,
    int added,
    int removed,
    int changed,
    int unchanged,
    int refused,
    List<UUID> zones,
    @Nullable EditionDiff differences,
    List<Issue> issues) {

  /** A document that is refused as a whole. */
  public static ImportReport refused(ZoneDocument document, String reason) {
    return new ImportReport(
        ImportState.REFUSED,
        reason,
        null,
        document.read(),
        0,
        0,
        0,
        0,
        document.refused(),
        List.of(),
        null,
        document.issues());
  }

  /** The same, refused. */
  public ImportReport refused(String why) {
    return new ImportReport(
        ImportState.REFUSED,
        why,
        edition,
        read,
        added,
        removed,
        changed,
        unchanged,
        refused,
        zones,
        differences,
        issues);
  }
}
