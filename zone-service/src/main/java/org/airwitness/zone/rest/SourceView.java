package org.airwitness.zone.rest;

import java.time.Instant;
import org.airwitness.zone.core.ZoneSource;
import org.jspecify.annotations.Nullable;

/**
 * Where a set is fetched from, and what came of the last time.
 *
 * @param interval ISO 8601 duration
 */
record SourceView(
    String url,
    String interval,
    @Nullable String etag,
    @Nullable String lastModified,
    @Nullable Instant fetchedAt,
    @Nullable String outcome,
    @Nullable Instant nextAt) {
  static SourceView of(ZoneSource source) {
    return new SourceView(
        source.url(),
        source.interval().toString(),
        source.etag(),
        source.lastModified(),
        source.fetchedAt(),
        source.outcome(),
        source.nextAt());
  }
}
