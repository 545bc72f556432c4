package org.airwitness.zone.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.zone.core.ZoneSource;
import org.airwitness.zone.store.ZoneSet;
import org.jspecify.annotations.Nullable;

/**
 * A published set of zones.
 *
 * @param shared whether it is the platform's, for agencies to subscribe to
 * @param subscribed whether the caller's agency does
 * @param edition number of the edition in force, 0 before the first
 * @param source id of the bundled profile it is read by
 * @param result what came of the last import
 * @param fetch where it is fetched from; for its owner only, and not in lists
 */
record SetView(
    UUID id,
    String name,
    boolean shared,
    boolean subscribed,
    @Nullable String source,
    String format,
    int edition,
    @Nullable Instant editionAt,
    @Nullable String result,
    Instant createdAt,
    @Nullable SourceView fetch) {
  static SetView of(ZoneSet set) {
    return new SetView(
        set.id(),
        set.name(),
        set.shared(),
        set.subscribed(),
        set.source().orElse(null),
        set.format().label(),
        set.edition(),
        set.editionAt(),
        set.result(),
        set.createdAt(),
        null);
  }

  SetView fetchedFrom(Optional<ZoneSource> source) {
    return new SetView(
        id,
        name,
        shared,
        subscribed,
        this.source,
        format,
        edition,
        editionAt,
        result,
        createdAt,
        source.map(SourceView::of).orElse(null));
  }
}
