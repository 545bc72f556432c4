package org.airwitness.zone.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.airwitness.zone.core.Fetched;
import org.airwitness.zone.core.ImportState;

/** Every metric of this service. */
@Startup // shown before the first event
@ApplicationScoped
public class ZoneMetrics {
  private static final List<String> FETCHES =
      List.of("fetched", "unchanged", "refused", "unreachable");

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
    FETCHES.forEach(this::fetches);
    ImportState.ENDED.forEach(this::imports);
  }

  public void malformedRecord() {
    malformedRecords.increment();
  }

  public void published(int events) {
    publishedEvents.increment(events);
  }

  /** A fetch of a set has ended. */
  public void onFetch(Fetched fetched) {
    fetches(fetched.label()).increment();
  }

  private Counter fetches(String outcome) {
    return Counter.builder("airwitness.zone.source.fetches")
        .description("Fetches of published sets by how they ended")
        .tag("outcome", outcome)
        .register(registry);
  }

  /** An import has ended. */
  public void imported(ImportState state) {
    imports(state).increment();
  }

  private Counter imports(ImportState state) {
    return Counter.builder("airwitness.zone.imports")
        .description("Imports of zones by how they ended")
        .tag("state", state.label())
        .register(registry);
  }
}
