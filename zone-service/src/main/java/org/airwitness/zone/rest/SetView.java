package org.airwitness.zone.rest;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.zone.store.ZoneSet;
import org.jspecify.annotations.Nullable;

/**
 * A published set of zones.
 *
 * @param shared whether it is the platform's, for agencies to subscribe to
 * @param subscribed whether the caller's agency does
 * @param edition number of the edition in force, 0 before the first
 * @param result what came of the last import
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
    Instant createdAt) {
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
        set.createdAt());
  }
}
