package org.airwitness.track.core;

import org.airwitness.platform.agency.AgencyId;
import org.airwitness.tracking.Track;

/** Where track updates go that somebody may be watching. */
@FunctionalInterface
public interface LiveTracks {
  void show(AgencyId agency, Track track);
}
