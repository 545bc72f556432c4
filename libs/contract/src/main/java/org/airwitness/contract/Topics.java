package org.airwitness.contract;

import java.util.List;

/** Names of the Kafka topics; the record key is always the agency id. */
public final class Topics {
  public static final String OBSERVATIONS = "airwitness.observations.v1";
  public static final String SENSOR_STATUS = "airwitness.sensor-status.v1";
  public static final String QUARANTINE = "airwitness.quarantine.v1";
  public static final String TRACKS = "airwitness.tracks.v1";
  public static final String ZONE_EVENTS = "airwitness.zone-events.v1";
  public static final String ZONE_CHANGES = "airwitness.zone-changes.v1";
  public static final String ALERTS = "airwitness.alerts.v1";

  /** Every topic a deployment has to create. */
  public static final List<String> ALL =
      List.of(OBSERVATIONS, SENSOR_STATUS, QUARANTINE, TRACKS, ZONE_EVENTS, ZONE_CHANGES, ALERTS);

  private Topics() {}
}
