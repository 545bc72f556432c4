package org.airwitness.ingest.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.airwitness.ingest.core.Health;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.Tally;

/** The metrics of this service, all their names in one place. */
@Startup // shown before the first event
@ApplicationScoped
public class IngestMetrics {
  private final MeterRegistry registry;
  private final Counter messages;
  private final Counter bytes;
  private final Counter accepted;
  private final Counter duplicate;
  private final Counter ignored;
  private final Counter skipped;
  private final Counter receiptsLeft;
  private final Counter pushBacks;
  private final Counter unrouted;

  public IngestMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.messages = registry.counter("airwitness.ingest.messages.received");
    this.bytes = registry.counter("airwitness.ingest.bytes.received");
    this.accepted = registry.counter("airwitness.ingest.items.accepted");
    this.duplicate = registry.counter("airwitness.ingest.items.duplicate");
    this.ignored = registry.counter("airwitness.ingest.objects.ignored");
    this.skipped = registry.counter("airwitness.ingest.quarantine.records.skipped");
    this.receiptsLeft = registry.counter("airwitness.ingest.receipts.left");
    this.pushBacks = registry.counter("airwitness.ingest.push.backs");
    this.unrouted = registry.counter("airwitness.ingest.messages.unrouted");
    showFromTheStart();
  }

  /** A counter that first appears with its first event has no rate for it. */
  private void showFromTheStart() {
    for (RefusalReason reason : RefusalReason.values()) {
      quarantined(reason.code());
    }
    for (String outcome : List.of("accepted", "duplicate", "quarantined")) {
      resubmitted(outcome, 0);
    }
    for (Health health : Health.values()) {
      health(health, 0);
    }
  }

  private Counter quarantined(String reason) {
    return registry.counter("airwitness.ingest.items.quarantined", "reason", reason);
  }

  /** Sensors came into this state of health. */
  public void health(Health now, int sensors) {
    registry
        .counter("airwitness.ingest.sensor.health.changes", "health", now.label())
        .increment(sensors);
  }

  /** Shows the reasons for which connections will be closed. */
  public void showCloseReasons(List<String> reasons) {
    reasons.forEach(this::closures);
  }

  private Counter closures(String reason) {
    return registry.counter("airwitness.ingest.connections.closed", "reason", reason);
  }

  /** A message came in. */
  public void received(int size) {
    messages.increment();
    bytes.increment(size);
  }

  /** A message is on the bus, with this outcome. */
  public void settled(Tally tally, int ignoredObjects) {
    accepted.increment(tally.accepted());
    duplicate.increment(tally.duplicate());
    ignored.increment(ignoredObjects);
    tally.quarantined().forEach((reason, count) -> quarantined(reason).increment(count));
  }

  /** Something from quarantine is decided on again, with this outcome. */
  public void resubmitted(Tally tally) {
    resubmitted("accepted", tally.accepted());
    resubmitted("duplicate", tally.duplicate());
    resubmitted("quarantined", tally.quarantined().values().stream().mapToInt(n -> n).sum());
  }

  private void resubmitted(String outcome, int items) {
    registry.counter("airwitness.ingest.items.resubmitted", "outcome", outcome).increment(items);
  }

  /** A connection was refused or closed by us. */
  public void closed(String reason) {
    closures(reason).increment();
  }

  /** A message of a site's broker belongs to no sensor. */
  public void unrouted() {
    unrouted.increment();
  }

  /** A record of the quarantine topic could not be read. */
  public void skippedRecord() {
    skipped.increment();
  }

  /** A receipt was left out because its sensor does not take what it is sent. */
  public void leftReceipt() {
    receiptsLeft.increment();
  }

  /** Reading from all sensors was stopped because too much waits for the bus. */
  public void pushedBack() {
    pushBacks.increment();
  }

  /** Shows how many connections are open. */
  public void watchConnections(Supplier<Number> connections) {
    gauge("airwitness.ingest.connections", connections);
  }

  /** Shows what the bus has not accepted yet. */
  public void watchInFlight(Supplier<Number> messages, Supplier<Number> bytes) {
    gauge("airwitness.ingest.in.flight.messages", messages);
    gauge("airwitness.ingest.in.flight.bytes", bytes);
  }

  private void gauge(String name, Supplier<Number> now) {
    Gauge.builder(name, now).strongReference(true).register(registry);
  }
}
