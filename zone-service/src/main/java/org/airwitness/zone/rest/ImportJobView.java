package org.airwitness.zone.rest;

import com.fasterxml.jackson.databind.util.RawValue;
import java.time.Instant;
import java.util.UUID;
import org.airwitness.zone.store.ImportJob;
import org.jspecify.annotations.Nullable;

/**
 * An import and how far it is.
 *
 * @param state queued, reading, checking, storing, done, refused or failed
 * @param reason why it was refused or failed
 * @param differences what changed, or would: the first thousand of each kind
 */
record ImportJobView(
    UUID id,
    @Nullable UUID set,
    @Nullable String source,
    String format,
    boolean dryRun,
    @Nullable String override,
    String state,
    @Nullable String reason,
    @Nullable Integer edition,
    ImportJob.@Nullable Counts counts,
    @Nullable RawValue differences,
    Instant createdAt,
    String createdBy,
    @Nullable Instant finishedAt) {

  static ImportJobView of(ImportJob job) {
    return view(job, job.differences() == null ? null : new RawValue(job.differences()));
  }

  /** Without what it changed in detail. */
  static ImportJobView brief(ImportJob job) {
    return view(job, null);
  }

  private static ImportJobView view(ImportJob job, @Nullable RawValue differences) {
    return new ImportJobView(
        job.id(),
        job.set().orElse(null),
        job.source().orElse(null),
        job.format().label(),
        job.dryRun(),
        job.override(),
        job.state().label(),
        job.reason(),
        job.edition(),
        job.counts(),
        differences,
        job.createdAt(),
        job.createdBy(),
        job.finishedAt());
  }
}
