package org.airwitness.alert.ops;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** Names of everything this service counts. */
@Singleton
public final class AlertMetrics {
  private static final String EVENTS = "airwitness.alert.events";
  private static final String DELIVERY_ATTEMPTS = "airwitness.alert.delivery.attempts";
  private static final String RELAYED = "airwitness.alert.relayed";

  private final MeterRegistry registry;

  AlertMetrics(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Counts zone events by what became of them. */
  public void onEvents(String outcome, int count) {
    registry.counter(EVENTS, "outcome", outcome).increment(count);
  }

  /** Counts attempts of deliveries by what became of the delivery. */
  public void onAttempt(String outcome) {
    registry.counter(DELIVERY_ATTEMPTS, "outcome", outcome).increment();
  }

  /** Counts changes of alerts published on the bus. */
  public void onRelayed(int count) {
    registry.counter(RELAYED).increment(count);
  }
}
