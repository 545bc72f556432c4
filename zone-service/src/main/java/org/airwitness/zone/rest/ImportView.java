package org.airwitness.zone.rest;

import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.zone.core.ZoneDocument;
import org.airwitness.zone.core.ZoneDraft;
import org.airwitness.zone.core.ZoneFormat;
import org.airwitness.zone.store.ImportOutcome;

/**
 * Answer to an import.
 *
 * @param read entries in the document
 * @param imported zones that are new or have changed
 * @param replaced how many of these were there with other content
 * @param unchanged zones that were there with the same content
 * @param refused entries that cannot be used; why is among the issues
 * @param zones ids of the imported and unchanged ones, in document order
 * @param issues every deviation, in document order
 */
record ImportView(
    String format,
    int read,
    int imported,
    int replaced,
    int unchanged,
    int refused,
    List<UUID> zones,
    List<Issue> issues) {
  static ImportView of(ZoneFormat format, ZoneDocument document, ImportOutcome outcome) {
    return new ImportView(
        format.label(),
        document.read(),
        outcome.added() + outcome.replaced(),
        outcome.replaced(),
        outcome.unchanged(),
        document.refused(),
        document.drafts().stream().map(ZoneDraft::id).toList(),
        document.issues());
  }
}
