package org.airwitness.platform.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out the gauges of PostgreSQL's driver: it registers each twice under one name, of which
 * only the first would be shown, and each start warns of the second.
 */
final class DriverGauges {
  private static final String DRIVER = "postgresql.";

  @Produces
  @Singleton
  MeterFilter leftOut() {
    return MeterFilter.deny(
        id -> id.getType() == Meter.Type.GAUGE && id.getName().startsWith(DRIVER));
  }
}
