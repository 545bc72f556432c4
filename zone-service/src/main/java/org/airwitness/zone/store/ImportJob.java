package org.airwitness.zone.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.zone.core.ImportState;
import org.airwitness.zone.core.ZoneFormat;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is shown.
 *
 * @param set of which it makes the next edition
 * @param override why it was taken although the guard refused it
 * @param differences what changed, JSON text, when that was found out
 * @param counts entries by what became of them, when that was found out
 */
public record ImportJob(
    UUID id,
    Optional<UUID> set,
    Optional<String> source,
    ZoneFormat format,
    boolean dryRun,
    @Nullable String override,
    ImportState state,
    @Nullable String reason,
    @Nullable Integer edition,
    @Nullable Counts counts,
    @Nullable String differences,
    Instant createdAt,
    String createdBy,
    @Nullable Instant finishedAt) {

  /** Entries by what became of them. */
  public record Counts(int read, int added, int removed, int changed, int unchanged, int refused) {}
}
