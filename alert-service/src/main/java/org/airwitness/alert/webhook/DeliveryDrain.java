package org.airwitness.alert.webhook;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.airwitness.alert.core.webhook.Dispatch;
import org.airwitness.alert.core.webhook.Outcome;
import org.airwitness.alert.core.webhook.RetrySchedule;
import org.airwitness.alert.core.webhook.Settlement;
import org.airwitness.alert.ops.AlertMetrics;
import org.airwitness.alert.store.AlertsCommitted;
import org.airwitness.alert.store.DeliveryOutbox;
import org.airwitness.alert.store.OutboxPump;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.platform.trace.Traces;
import org.jboss.logging.Logger;

/** Makes the attempts that are due, and writes down how they ended. */
@ApplicationScoped
public class DeliveryDrain {
  private static final Logger LOG = Logger.getLogger(DeliveryDrain.class);
  private static final long POLL_MS = 1000;
  private static final int MAX_IN_FLIGHT = 256;
  private static final Duration ATTEMPT_LIMIT = Duration.ofSeconds(16);
  private static final Duration SETTLE_LIMIT = Duration.ofSeconds(25);
  private static final Duration END_LIMIT = Duration.ofSeconds(8);
  private static final long END_LOOK_MS = 20;

  private final DeliveryOutbox outbox;
  private final DestinationCheck check;
  private final WebhookClient client;
  private final RetrySchedule schedule;
  private final InstantSource clock;
  private final AlertMetrics metrics;
  private final Traces traces;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final OutboxPump pump = new OutboxPump("The delivery of webhooks", this::drain);

  DeliveryDrain(
      DeliveryOutbox outbox,
      DestinationCheck check,
      WebhookClient client,
      RetrySchedule schedule,
      InstantSource clock,
      AlertMetrics metrics,
      Traces traces) {
    this.outbox = outbox;
    this.check = check;
    this.client = client;
    this.schedule = schedule;
    this.clock = clock;
    this.metrics = metrics;
    this.traces = traces;
    metrics.watchAttempts(inFlight::get);
  }

  void start(@Observes StartupEvent event, Vertx vertx) {
    vertx.setPeriodic(POLL_MS, timer -> pump.wake());
  }

  /** Begins nothing more, and waits for answers that come soon, or receivers hear of it twice. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    pump.stop();
    long deadline = System.nanoTime() + END_LIMIT.toNanos();
    while (inFlight.get() > 0 && System.nanoTime() < deadline) {
      Thread.sleep(END_LOOK_MS);
    }
  }

  void onCommitted(@Observes AlertsCommitted event) {
    if (event.notices()) {
      pump.wake();
    }
  }

  private Uni<Boolean> drain() {
    int free = MAX_IN_FLIGHT - inFlight.get();
    if (free <= 0) {
      return Uni.createFrom().item(false);
    }
    return outbox
        .claim(clock.instant(), free)
        .invoke(dispatches -> dispatches.forEach(this::begin))
        .map(dispatches -> !dispatches.isEmpty());
  }

  private void begin(Dispatch dispatch) {
    inFlight.incrementAndGet();
    Span span =
        traces
            .resume("deliver alert", SpanKind.CLIENT, dispatch.agency(), dispatch.traceparent())
            .setAttribute("airwitness.delivery.attempt", dispatch.attempt());
    attempt(dispatch)
        .invoke(outcome -> note(span, outcome))
        .chain(outcome -> settle(dispatch, outcome))
        .onTermination()
        .invoke(() -> {
          span.end();
          inFlight.decrementAndGet();
          pump.wake();
        })
        .subscribe()
        .with(
            done -> {},
            failure ->
                LogFields.with(
                    dispatch.agency(),
                    span,
                    () ->
                        LOG.errorf(
                            "Delivery %s comes again, its result could not be stored: %s",
                            dispatch.deliveryId(), failure)));
  }

  private static void note(Span span, Outcome outcome) {
    if (outcome.status() != null) {
      span.setAttribute("http.response.status_code", outcome.status());
    }
    if (!outcome.isAccepted()) {
      span.setStatus(StatusCode.ERROR);
    }
  }

  private Uni<Outcome> attempt(Dispatch dispatch) {
    return check
        .check(dispatch.url())
        .chain(receiver -> client.post(receiver, dispatch))
        .ifNoItem()
        .after(ATTEMPT_LIMIT)
        .recoverWithItem(Outcome.unanswered("no answer within 15 s"))
        .onFailure()
        .recoverWithItem(refused -> Outcome.unanswered(String.valueOf(refused.getMessage())));
  }

  /**
   * An answer of the receiver is worth some patience with the database: otherwise it gets it twice.
   */
  private Uni<Void> settle(Dispatch dispatch, Outcome outcome) {
    var now = clock.instant();
    Settlement settlement = Settlement.of(outcome, dispatch.attempt(), now, schedule);
    metrics.onAttempt(settlement.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    return outbox
        .settle(dispatch, outcome, settlement, now)
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
        .expireIn(SETTLE_LIMIT.toMillis());
  }
}
