package org.airwitness.ingest.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.airwitness.ingest.core.routing.RegionChange;
import org.airwitness.platform.agency.AgencyId;

/** Reads who may connect and which agency is responsible for what. */
public interface Registry {
  /** Finds a sensor's registration; empty for an unknown agency or sensor. */
  CompletionStage<Optional<Registration>> find(SensorKey key);

  /** Lists the sensors of agencies as they are now. */
  CompletionStage<Map<SensorKey, Sensor>> list(Set<AgencyId> agencies);

  /**
   * Reads the regions that differ from those known.
   *
   * @param known version of each agency's region that was read before
   */
  CompletionStage<List<RegionChange>> regions(Map<AgencyId, String> known);
}
