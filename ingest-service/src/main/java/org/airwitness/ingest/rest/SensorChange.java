package org.airwitness.ingest.rest;

import org.airwitness.ingest.store.entity.SensorEntity;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What is to change about a sensor: members that are absent stay as they are.
 *
 * @param enabled whether it may sign in
 * @param rangeM how far it should hear
 */
record SensorChange(
    @Nullable String name,
    @Nullable String format,
    NewSensor.@Nullable NewPosition position,
    @Nullable Boolean shared,
    @Nullable Boolean enabled,
    @Nullable String owner,
    @Nullable Antenna antenna,
    @Nullable Double rangeM) {
  private static final double MAX_RANGE_M = 1_000_000;

  SensorChange {
    if (name != null) {
      Checks.name(name);
    }
    if (owner != null) {
      Checks.name("owner", owner);
    }
    if (format != null) {
      NewSensor.checkedFormat(format);
    }
    if (rangeM != null && !(rangeM > 0 && rangeM <= MAX_RANGE_M)) {
      throw ProblemException.badRequest("rangeM", "rangeM is above 0 and at most " + MAX_RANGE_M);
    }
  }

  void applyTo(SensorEntity sensor) {
    sensor.name = name == null ? sensor.name : name;
    sensor.format = format == null ? sensor.format : format;
    sensor.shared = shared == null ? sensor.shared : shared;
    sensor.enabled = enabled == null ? sensor.enabled : enabled;
    sensor.owner = owner == null ? sensor.owner : owner;
    sensor.antenna = antenna == null ? sensor.antenna : antenna.toJson();
    sensor.rangeM = rangeM == null ? sensor.rangeM : rangeM;
    if (position != null) {
      NewSensor.place(sensor, position);
    }
  }
}
