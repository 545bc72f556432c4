package org.airwitness.zone.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.airwitness.zone.store.ImportJob;
import org.jspecify.annotations.Nullable;

/**
 * A source of zones of the InterUSS test interface, and how far it is.
 *
 * @param message why, when the result is not as wished
 */
record GeozoneSource(Result result, @Nullable String message) {
  /** What became of a source; the interface's names. */
  enum Result {
    Activating,
    Ready,
    Deactivating,
    Unsupported,
    Rejected,
    Error
  }

  /** Request to load a source. */
  record Order(@JsonProperty("https_source") @Nullable Https httpsSource) {}

  /** A document and where it is. */
  record Https(@Nullable String url, @Nullable String format) {}

  /** The source as its latest import left it. */
  static GeozoneSource of(ImportJob job) {
    return switch (job.state()) {
      case QUEUED, READING, CHECKING, STORING -> new GeozoneSource(Result.Activating, null);
      case REFUSED -> new GeozoneSource(Result.Rejected, job.reason());
      case FAILED -> new GeozoneSource(Result.Error, job.reason());
      case DONE -> done(job.counts());
    };
  }

  private static GeozoneSource done(ImportJob.@Nullable Counts counts) {
    if (counts == null || counts.refused() == 0) {
      return new GeozoneSource(Result.Ready, null);
    }
    return new GeozoneSource(
        counts.refused() >= counts.read() ? Result.Rejected : Result.Ready,
        "%d of %d zones cannot be used".formatted(counts.refused(), counts.read()));
  }
}
