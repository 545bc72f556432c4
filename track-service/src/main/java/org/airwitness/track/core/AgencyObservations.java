package org.airwitness.track.core;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;

/** Observations of one agency from one partition of the bus, in their order. */
public record AgencyObservations(int partition, AgencyId agency, List<Observation> observations) {
  public AgencyObservations {
    observations = List.copyOf(observations);
  }

  /** Leaves out those with one of these ids. */
  public AgencyObservations without(Set<UUID> ids) {
    return new AgencyObservations(
        partition,
        agency,
        observations.stream().filter(o -> !ids.contains(o.sighting().observationId())).toList());
  }
}
