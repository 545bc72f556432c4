package org.airwitness.alert.messaging;

import com.google.protobuf.InvalidProtocolBufferException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import org.airwitness.alert.ops.AlertMetrics;
import org.airwitness.alert.store.AlertsCommitted;
import org.airwitness.alert.store.ChangeOutbox;
import org.airwitness.alert.store.ChangeOutbox.Change;
import org.airwitness.alert.store.OutboxPump;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.AlertUpdate;
import org.airwitness.platform.messaging.BusWriter;
import org.airwitness.platform.messaging.BusWriter.Written;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes committed changes of alerts on the bus, right after their commit. */
@ApplicationScoped
public class AlertRelay {
  private static final long POLL_MS = 1000;
  private static final Duration PUBLISH_LIMIT = Duration.ofSeconds(10);

  private final ChangeOutbox outbox;
  private final BusWriter<AlertUpdate> bus;
  private final AlertMetrics metrics;
  private final OutboxPump pump = new OutboxPump("The relay of alerts", this::drain);

  AlertRelay(
      ChangeOutbox outbox,
      AlertMetrics metrics,
      @Channel("alerts")
          @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 2 * ChangeOutbox.BATCH)
          MutinyEmitter<AlertUpdate> channel,
      KafkaClientService clients) {
    this.outbox = outbox;
    this.metrics = metrics;
    this.bus = new BusWriter<>("alerts", Topics.ALERTS, channel, clients);
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(POLL_MS, timer -> pump.wake());
  }

  void stop(@Observes ShutdownEvent event) {
    pump.stop();
  }

  void onCommitted(@Observes AlertsCommitted event) {
    pump.wake();
  }

  private Uni<Boolean> drain() {
    return outbox.drain(this::publish).invoke(metrics::onRelayed).map(n -> n == ChangeOutbox.BATCH);
  }

  private Uni<Void> publish(List<Change> changes) {
    List<Written<AlertUpdate>> updates =
        changes.stream()
            .map(change -> new Written<>(change.agency(), update(change), change.traceparent()))
            .toList();
    return bus.writeAll(updates).ifNoItem().after(PUBLISH_LIMIT).fail();
  }

  private static AlertUpdate update(Change change) {
    try {
      return AlertUpdate.parseFrom(change.record());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("A stored alert update does not parse", e);
    }
  }
}
