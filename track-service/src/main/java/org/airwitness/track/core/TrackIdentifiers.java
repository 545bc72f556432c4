package org.airwitness.track.core;

import java.time.Instant;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;

/** Gives a new track its id, the same for the same arguments. */
@FunctionalInterface
public interface TrackIdentifiers {
  UUID next(AgencyId agency, String droneId, Instant firstSeenAt);
}
