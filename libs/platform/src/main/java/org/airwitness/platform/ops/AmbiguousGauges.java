package org.airwitness.platform.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * Leaves out gauges of which there are two under one name, of the driver's two parts and of the
 * servers on both ports: only the first would be shown, and each start warns of the second.
 */
final class AmbiguousGauges {
  private static final String DRIVER = "postgresql.";
  private static final String SERVERS = "http.server.active.";

  @Produces
  @Singleton
  MeterFilter leftOut() {
    return MeterFilter.deny(AmbiguousGauges::isAmbiguous);
  }

  private static boolean isAmbiguous(Meter.Id id) {
    return id.getType() == Meter.Type.GAUGE
        && (id.getName().startsWith(DRIVER) || id.getName().startsWith(SERVERS));
  }
}
