package org.airwitness.zone.store;

import java.time.Instant;
import java.util.List;
import org.airwitness.zone.core.Validity;
import org.airwitness.zone.core.ZoneStatus;

/**
 * One entry of a zone's history.
 *
 * @param change what was done: created, replaced, activated or withdrawn
 * @param fields names of what differs from the version before
 * @param by who did it
 */
public record ZoneVersion(
    int version,
    String change,
    List<String> fields,
    Instant at,
    String by,
    ZoneStatus status,
    Validity validity) {}
