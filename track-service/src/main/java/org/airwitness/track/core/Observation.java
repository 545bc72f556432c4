package org.airwitness.track.core;

import java.time.Instant;
import java.util.List;
import org.airwitness.tracking.Sighting;
import org.jspecify.annotations.Nullable;

/**
 * One sighting with what is kept as evidence beside what the tracker uses.
 *
 * @param sensorAgency the agency that owns the sensor
 * @param receivedAt the sensor's own receive time, null when the feed has none
 * @param arrivedAt when ingest took it in
 * @param transport ASTM F3411 transport code of the wire
 * @param raw the frame as the sensor delivered it
 */
public record Observation(
    Sighting sighting,
    String sensorAgency,
    @Nullable Instant receivedAt,
    Instant arrivedAt,
    int transport,
    @Nullable Integer rssiDbm,
    List<String> findings,
    RawFrame raw) {
  public Observation {
    findings = List.copyOf(findings);
  }
}
