package org.airwitness.ingest.rest;

import java.time.Instant;
import java.util.Map;
import org.airwitness.ingest.core.Health;
import org.airwitness.ingest.core.Signs;
import org.airwitness.ingest.store.SensorStore.SensorRow;
import org.airwitness.ingest.store.entity.SensorEntity;
import org.jspecify.annotations.Nullable;

/**
 * A sensor with what it has sent.
 *
 * @param status {@code online}, {@code silent}, {@code deaf} or {@code never-seen}
 * @param antenna null when its owner did not describe it
 * @param rangeM how far it should hear, as its owner declares
 */
record SensorView(
    String id,
    String name,
    String format,
    @Nullable PositionView position,
    boolean shared,
    boolean enabled,
    @Nullable String owner,
    @Nullable Antenna antenna,
    @Nullable Double rangeM,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    String status,
    RadioView radio,
    CountersView counters) {

  /**
   * What the sensor says of itself; absent values were never reported.
   *
   * @param state its own word
   * @param lastReportAt when it last said how many frames its radio heard
   * @param lastFramesAt when its radio last heard any
   */
  record RadioView(
      @Nullable String state,
      @Nullable String firmware,
      @Nullable String model,
      @Nullable Instant lastReportAt,
      @Nullable Instant lastFramesAt) {}

  /** Where a sensor stands, WGS-84; altitude above the ellipsoid. */
  record PositionView(double lat, double lon, @Nullable Double altitudeM) {
    static @Nullable PositionView of(
        @Nullable Double latDeg, @Nullable Double lonDeg, @Nullable Double altitudeM) {
      return latDeg == null || lonDeg == null ? null : new PositionView(latDeg, lonDeg, altitudeM);
    }
  }

  /** How many items had which outcome; together they are all items sent. */
  record CountersView(long accepted, long duplicate, Map<String, Long> quarantined) {}

  /** What a sensor signs in with. */
  record CredentialsView(String username, String password) {}

  /** A sensor just registered, with its password, which is never shown again. */
  record CreatedSensorView(
      String id,
      String name,
      String format,
      @Nullable PositionView position,
      boolean shared,
      Instant createdAt,
      CredentialsView credentials) {

    static CreatedSensorView of(SensorEntity sensor, CredentialsView credentials) {
      return new CreatedSensorView(
          sensor.key.id(),
          sensor.name,
          sensor.format,
          PositionView.of(sensor.latDeg, sensor.lonDeg, sensor.altitudeM),
          sensor.shared,
          sensor.createdAt,
          credentials);
    }
  }

  static SensorView of(SensorRow row, Instant now) {
    Signs signs = row.signs();
    return new SensorView(
        row.id(),
        row.name(),
        row.format(),
        PositionView.of(row.latDeg(), row.lonDeg(), row.altitudeM()),
        row.shared(),
        row.enabled(),
        row.owner(),
        row.antenna() == null ? null : Antenna.of(row.antenna()),
        row.rangeM(),
        row.createdAt(),
        row.lastSeenAt(),
        Health.of(row.lastSeenAt(), signs.framesReportedAt(), signs.framesHeardAt(), now).label(),
        new RadioView(
            signs.state(),
            signs.firmware(),
            signs.model(),
            signs.framesReportedAt(),
            signs.framesHeardAt()),
        new CountersView(row.accepted(), row.duplicate(), row.quarantined()));
  }
}
