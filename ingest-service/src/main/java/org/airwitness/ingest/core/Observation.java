package org.airwitness.ingest.core;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * One sighting of one drone by one sensor, with the agencies it goes to.
 *
 * @param times when it happened, by each clock
 * @param named from this sighting and earlier ones of the same transmitter
 * @param claim of this very sighting
 * @param copies one for each entitled agency, the owner's first
 */
public record Observation(
    SensorKey sensor,
    UUID frameId,
    Times times,
    Reception reception,
    Named named,
    Claim claim,
    List<String> findings,
    Evidence evidence,
    List<Copy> copies) {
  public Observation {
    findings = List.copyOf(findings);
    copies = List.copyOf(copies);
  }

  /**
   * Moments of one sighting.
   *
   * @param observedAt event time
   * @param receivedAt by the sensor's clock, null when it gave none
   * @param clockSkew what the sensor's clock is ahead of ours where that kept its time from being
   *     used, negative when behind; null otherwise
   * @param fixedAt when the position was measured
   * @param droneSkew event time minus the drone's own time, null when it gave none; meaningful only
   *     modulo one hour where the drone gives a phase of the hour
   */
  public record Times(
      Instant observedAt,
      @Nullable Instant receivedAt,
      @Nullable Duration clockSkew,
      Instant arrivedAt,
      Instant fixedAt,
      @Nullable Duration droneSkew) {}

  /** The record one agency gets. */
  public record Copy(AgencyId agency, UUID id) {}
}
