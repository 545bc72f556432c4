package org.airwitness.zone.messaging;

import java.util.UUID;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.core.TrackChange;
import org.jspecify.annotations.Nullable;

/**
 * A decoded record of the tracks topic.
 *
 * @param traceparent of its span, null when it is in no trace
 */
record TrackRecord(
    AgencyId agency,
    UUID trackId,
    TrackUpdate update,
    TrackChange change,
    @Nullable String traceparent) {}
