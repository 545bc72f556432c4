package org.airwitness.ingest.core;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.SystemMessage;
import org.jspecify.annotations.Nullable;

/**
 * One sighting of one drone by one sensor, with the agencies it goes to.
 *
 * @param observedAt event time
 * @param receivedAt by the sensor's clock, null when it gave none
 * @param location of this very frame, null when it carried none
 * @param fixedAt when the location was measured
 * @param system of this very frame, null when it carried none
 * @param copies one for each entitled agency, the owner's first
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record Observation(
    SensorKey sensor,
    UUID frameId,
    Instant observedAt,
    @Nullable Instant receivedAt,
    Instant arrivedAt,
    Reception reception,
    Named named,
    @Nullable Location location,
    Instant fixedAt,
    @Nullable SystemMessage system,
    List<String> findings,
    String rawFormat,
    byte[] raw,
    List<Copy> copies) {
  public Observation {
    findings = List.copyOf(findings);
    copies = List.copyOf(copies);
  }

  /** The record one agency gets. */
  public record Copy(AgencyId agency, UUID id) {}
}
