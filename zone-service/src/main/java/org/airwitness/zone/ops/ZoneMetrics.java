package org.airwitness.zone.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** Every metric of this service. */
@Startup // shown before the first event
@ApplicationScoped
public class ZoneMetrics {
  private final Counter malformedRecords;
  private final Counter publishedEvents;
  private final MeterRegistry registry;

  ZoneMetrics(MeterRegistry registry) {
    this.registry = registry;
    malformedRecords =
        Counter.builder("airwitness.zone.malformed.records")
            .description("Records of the tracks topic that made no sense")
            .register(registry);
    publishedEvents =
        Counter.builder("airwitness.zone.events")
            .description("Zone events published")
            .register(registry);
  }

  public void malformedRecord() {
    malformedRecords.increment();
  }

  public void published(int events) {
    publishedEvents.increment(events);
  }

  /** An import has ended: done, refused or failed. */
  public void imported(String state) {
    Counter.builder("airwitness.zone.imports")
        .description("Imports of zones by how they ended")
        .tag("state", state)
        .register(registry)
        .increment();
  }
}
