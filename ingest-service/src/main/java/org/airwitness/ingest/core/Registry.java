package org.airwitness.ingest.core;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.ingest.core.routing.Region;
import org.airwitness.platform.agency.AgencyId;

/** Reads who may connect and which agency is responsible for what. */
public interface Registry {
  /** Finds a sensor's registration; empty for an unknown agency or sensor. */
  CompletionStage<Optional<Registration>> find(SensorKey key);

  /** Lists the sensors of agencies as they are now. */
  CompletionStage<Map<SensorKey, Sensor>> list(Set<AgencyId> agencies);

  /**
   * Reads the regions of the agencies that are not among the known ones; see {@link AgencyRegions}.
   */
  CompletionStage<Map<AgencyId, Region>> regions(Set<AgencyId> known);
}
