package org.airwitness.track.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;

/** The names of everything track-service counts. */
@Startup // shown before the first event
@ApplicationScoped
public class TrackMetrics {
  private final Counter read;
  private final Counter unreadable;

  TrackMetrics(MeterRegistry registry) {
    read = registry.counter("airwitness.track.observations.read");
    unreadable = registry.counter("airwitness.track.observations.unreadable");
  }

  /** An observation was read from the bus. */
  public void read() {
    read.increment();
  }

  /** A record could not be read and was passed over. */
  public void unreadable() {
    unreadable.increment();
  }
}
