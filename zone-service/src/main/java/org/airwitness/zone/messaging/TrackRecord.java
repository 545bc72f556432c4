package org.airwitness.zone.messaging;

import java.util.UUID;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.zone.core.TrackChange;

/** A decoded record of the tracks topic. */
record TrackRecord(AgencyId agency, UUID trackId, TrackUpdate update, TrackChange change) {}
