package org.airwitness.zone.rest;

import java.time.Instant;
import java.util.List;
import org.airwitness.zone.store.ZoneVersion;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a zone's history.
 *
 * @param change created, replaced, activated or withdrawn
 * @param fields names of what differs from the version before
 * @param by who did it
 */
record ZoneVersionView(
    int version,
    String change,
    List<String> fields,
    Instant at,
    String by,
    String status,
    @Nullable Instant validFrom,
    @Nullable Instant validUntil) {
  static ZoneVersionView of(ZoneVersion version) {
    return new ZoneVersionView(
        version.version(),
        version.change(),
        version.fields(),
        version.at(),
        version.by(),
        version.status().label(),
        version.validity().from(),
        version.validity().until());
  }
}
