package org.airwitness.ingest.rest;

import java.time.Instant;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.store.entity.SensorEntity;
import org.airwitness.ingest.store.entity.SensorId;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A sensor to be registered.
 *
 * @param shared whether other agencies get what it hears in their region; false when absent
 * @param owner whose device it is, in words
 * @param rangeM how far it should hear
 */
record NewSensor(
    @Nullable String id,
    @Nullable String name,
    @Nullable String format,
    @Nullable NewPosition position,
    @Nullable Boolean shared,
    @Nullable String owner,
    @Nullable Antenna antenna,
    @Nullable Double rangeM) {

  /** Where a sensor stands, WGS-84; altitude above the ellipsoid. */
  record NewPosition(@Nullable Double lat, @Nullable Double lon, @Nullable Double altitudeM) {}

  SensorEntity entity(AgencyId agency, Instant now) {
    SensorEntity sensor = new SensorEntity();
    sensor.key = new SensorId(agency.value(), checkedId(agency));
    sensor.name = Checks.name(name);
    sensor.format = checkedFormat(Checks.required("format", format));
    sensor.createdAt = now;
    new SensorChange(null, null, position, shared, null, owner, antenna, rangeM).applyTo(sensor);
    return sensor;
  }

  private String checkedId(AgencyId agency) {
    try {
      return new SensorKey(agency, Checks.required("id", id)).sensor();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("id", String.valueOf(e.getMessage()));
    }
  }

  static String checkedFormat(String wanted) {
    if (!Formats.names().contains(wanted)) {
      throw ProblemException.badRequest("format", "format is one of " + Formats.names());
    }
    return wanted;
  }

  static void place(SensorEntity sensor, NewPosition position) {
    try {
      GeoPoint place =
          new GeoPoint(
              Checks.required("position.lat", position.lat()),
              Checks.required("position.lon", position.lon()));
      sensor.latDeg = place.latDeg();
      sensor.lonDeg = place.lonDeg();
      sensor.altitudeM = position.altitudeM();
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("position", String.valueOf(e.getMessage()));
    }
  }
}
