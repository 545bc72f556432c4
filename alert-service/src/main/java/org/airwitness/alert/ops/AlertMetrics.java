package org.airwitness.alert.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;
import org.airwitness.alert.core.AlertEvent;
import org.airwitness.alert.core.IgnoreReason;

/** Names of everything this service counts. */
@Startup // shown before the first event
@Singleton
public final class AlertMetrics {
  private static final String EVENTS = "airwitness.alert.events";
  private static final String DELIVERY_ATTEMPTS = "airwitness.alert.delivery.attempts";
  private static final String RELAYED = "airwitness.alert.relayed";

  private final MeterRegistry registry;

  AlertMetrics(MeterRegistry registry) {
    this.registry = registry;
    showFromTheStart();
  }

  /** A counter that first appears with its first event has no rate for it. */
  private void showFromTheStart() {
    onRelayed(0);
    for (String outcome : List.of("delivered", "again", "failed", "gone")) {
      registry.counter(DELIVERY_ATTEMPTS, "outcome", outcome);
    }
    onEvents("malformed", 0);
    onEvents("alert.moved", 0);
    for (AlertEvent event : AlertEvent.values()) {
      onEvents(event.wireName(), 0);
    }
    for (IgnoreReason reason : IgnoreReason.values()) {
      onEvents(reason.tag(), 0);
    }
  }

  /** Shows how many attempts are under way. */
  public void watchAttempts(Supplier<Number> underWay) {
    Gauge.builder("airwitness.alert.deliveries.in.flight", underWay)
        .strongReference(true)
        .register(registry);
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
