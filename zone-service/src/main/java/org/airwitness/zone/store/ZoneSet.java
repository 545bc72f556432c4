package org.airwitness.zone.store;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.zone.core.ZoneFormat;
import org.jspecify.annotations.Nullable;

/**
 * A published set of zones.
 *
 * @param shared whether it is the platform's, for agencies to subscribe to
 * @param subscribed whether the agency that asks subscribes to it
 * @param source id of a bundled profile, if one is known
 * @param edition number of the edition in force, 0 before the first
 * @param result what came of the last import
 */
public record ZoneSet(
    UUID id,
    String name,
    boolean shared,
    boolean subscribed,
    Optional<String> source,
    ZoneFormat format,
    int edition,
    @Nullable Instant editionAt,
    Instant createdAt,
    @Nullable String result) {}
