package org.airwitness.zone.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.Issue;
import org.airwitness.zone.core.ImportOrder;
import org.airwitness.zone.core.ImportReport;
import org.jspecify.annotations.Nullable;

/**
 * Answer to an import.
 *
 * @param job under which it is kept
 * @param set of which it made an edition
 * @param edition its number
 * @param read entries in the document
 * @param imported zones that are new or have changed
 * @param replaced how many of these were there with other content
 * @param removed zones of the edition before that are not in it
 * @param unchanged zones that were there with the same content
 * @param refused entries that cannot be used; why is among the issues
 * @param zones ids of the imported and unchanged ones, in document order
 * @param issues every deviation, in document order
 */
@RegisterForReflection
record ImportView(
    UUID job,
    @Nullable UUID set,
    @Nullable Integer edition,
    String format,
    boolean dryRun,
    int read,
    int imported,
    int replaced,
    int removed,
    int unchanged,
    int refused,
    List<UUID> zones,
    List<Issue> issues) {
  static ImportView of(ImportOrder order, ImportReport report) {
    Optional<UUID> set = order.set();
    return new ImportView(
        order.job(),
        set.orElse(null),
        report.edition(),
        order.format().label(),
        order.dryRun(),
        report.read(),
        report.added() + report.changed(),
        report.changed(),
        report.removed(),
        report.unchanged(),
        report.refused(),
        report.zones(),
        report.issues());
  }
}
