package org.airwitness.ingest.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.airwitness.ingest.store.SensorStore.SensorRow;
import org.airwitness.ingest.store.entity.SensorEntity;
import org.jspecify.annotations.Nullable;

/**
 * A sensor with what it has sent.
 *
 * @param status {@code online}, {@code silent} or {@code never-seen}
 */
record SensorView(
    String id,
    String name,
    String format,
    @Nullable PositionView position,
    boolean shared,
    Instant createdAt,
    @Nullable Instant lastSeenAt,
    String status,
    CountersView counters) {

  /** A sensor reports at least each minute; one report may be late. */
  private static final Duration SILENT_AFTER = Duration.ofSeconds(90);

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
    return new SensorView(
        row.id(),
        row.name(),
        row.format(),
        PositionView.of(row.latDeg(), row.lonDeg(), row.altitudeM()),
        row.shared(),
        row.createdAt(),
        row.lastSeenAt(),
        status(row.lastSeenAt(), now),
        new CountersView(row.accepted(), row.duplicate(), row.quarantined()));
  }

  private static String status(@Nullable Instant lastSeenAt, Instant now) {
    if (lastSeenAt == null) {
      return "never-seen";
    }
    return lastSeenAt.plus(SILENT_AFTER).isAfter(now) ? "online" : "silent";
  }
}
