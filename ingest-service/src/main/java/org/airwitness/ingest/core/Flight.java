package org.airwitness.ingest.core;

import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.jspecify.annotations.Nullable;

/**
 * Where an aircraft says it is and how it moves.
 *
 * @param position WGS-84
 * @param time when it was there, null when the aircraft does not say
 */
public record Flight(
    @Nullable FlightStatus status,
    @Nullable LatLon position,
    Location.Motion motion,
    Altitudes altitudes,
    Location.Accuracies accuracies,
    @Nullable DroneTime time) {

  /** Whether there is a position or motion; some senders fill all of it with unknowns. */
  public boolean saysSomething() {
    return position != null || !motion.equals(Location.Motion.UNKNOWN) || !altitudes.isUnknown();
  }
}
