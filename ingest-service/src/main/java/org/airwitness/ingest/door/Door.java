package org.airwitness.ingest.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.TimeMeter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.core.ActivityMeter;
import org.airwitness.ingest.core.Bus;
import org.airwitness.ingest.core.Intake;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.Resubmission;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SensorSession;
import org.airwitness.ingest.core.Signs;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.ingest.ops.IngestMetrics;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.trace.LogFields;
import org.airwitness.platform.trace.Traces;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The way every message takes, whether it came over MQTT, over HTTP or from a site's broker:
 * decide, publish, confirm. All decisions fall on one event loop, so that nothing here needs a
 * lock.
 *
 * <p>The door takes whatever it is given. Those who read from sensors keep to its limits: after
 * each message they ask {@link #charge} how long to leave its sensor alone, and they stop when
 * {@link Readers} are told to.
 */
@ApplicationScoped
public class Door {
  private static final Logger LOG = Logger.getLogger(Door.class);
  private static final int MAX_SESSIONS = 20_000;
  private static final Duration SESSION_MEMORY = Duration.ofMinutes(10);

  /** One of so many shares of the heap is for what the bus has not accepted; half for an agency. */
  private static final int HEAP_SHARES = 16;

  private final Context thread;
  private final DoorConfig config;
  private final Intake intake;
  private final Bus bus;
  private final ActivityMeter meter;
  private final IngestMetrics metrics;
  private final Traces traces;
  private final InstantSource clock;
  private final RateLimits rates;
  private final long heapShareBytes;
  private final InFlight total;
  private final Map<AgencyId, Waiting> agencies = new HashMap<>();
  private final List<Readers> readers = new CopyOnWriteArrayList<>();
  private final Cache<SensorKey, SensorSession> sessions =
      Caffeine.newBuilder().maximumSize(MAX_SESSIONS).expireAfterAccess(SESSION_MEMORY).build();
  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private volatile boolean full;

  public Door(
      Vertx vertx,
      DoorConfig config,
      Intake intake,
      Bus bus,
      ActivityMeter meter,
      IngestMetrics metrics,
      Traces traces,
      InstantSource clock) {
    this.thread = vertx.getOrCreateContext();
    this.config = config;
    this.intake = intake;
    this.bus = bus;
    this.meter = meter;
    this.metrics = metrics;
    this.traces = traces;
    this.clock = clock;
    this.rates = new RateLimits(config, TimeMeter.SYSTEM_NANOTIME);
    this.heapShareBytes = Runtime.getRuntime().maxMemory() / HEAP_SHARES;
    this.total =
        InFlight.within(
            heapShareBytes,
            config.maxUnacknowledgedMessagesInTotal(),
            config.maxUnacknowledgedBytesInTotal());
    metrics.watchInFlight(total::messages, total::bytes);
  }

  /** What of one agency the bus has not accepted yet. */
  private static final class Waiting {
    private final InFlight inFlight;
    private boolean full;

    Waiting(InFlight inFlight) {
      this.inFlight = inFlight;
    }
  }

  /** Adds someone to be told when to stop reading and when to go on. */
  public void add(Readers reader) {
    readers.add(reader);
  }

  /** Lets messages in, now that it is known whom they go to. */
  public void open() {
    opened.complete(null);
  }

  /** Completes when messages may be passed on. */
  public CompletionStage<Void> opened() {
    return opened;
  }

  /** The thread everything about sensors happens on. */
  public Context thread() {
    return thread;
  }

  /**
   * Passes a message on. May be called from any thread.
   *
   * @return completes on the door's thread when the bus has all of the message, and only then may
   *     it be acknowledged; fails when the bus did not accept it, and then it must come again
   */
  public CompletionStage<Passed> pass(Sensor sensor, SensorMessage message) {
    metrics.received(message.payload().length);
    return pass(
        message,
        session -> decide(message, () -> intake.accept(sensor, session, message)),
        passed -> count(passed, Signs.of(sensor, passed.verdict())));
  }

  /**
   * Passes something on that is in quarantine, in the format its sensor has now; else like {@link
   * #pass}. Whoever asks for it counts it, and goes on keeping what is refused again.
   */
  public CompletionStage<Passed> passAgain(Sensor sensor, Resubmission again) {
    return pass(
        again.message(),
        session ->
            decide(again.message(), () -> intake.acceptAgain(sensor, session, again))
                .onQuarantined(),
        passed -> metrics.resubmitted(passed.tally()));
  }

  /** Puts a message into quarantine without looking into it; else like {@link #pass}. */
  public CompletionStage<Passed> refuse(
      SensorMessage message, RefusalReason reason, String detail) {
    metrics.received(message.payload().length);
    return pass(
        message,
        session -> intake.refuse(message, reason, detail),
        passed -> count(passed, Signs.NONE));
  }

  private void count(Passed passed, Signs signs) {
    SensorMessage message = passed.verdict().message();
    meter.count(message.sensor(), message.arrivedAt(), passed.tally(), signs);
    metrics.settled(passed.tally(), passed.verdict().ignored());
  }

  private CompletionStage<Passed> pass(
      SensorMessage message, Function<SensorSession, Verdict> decision, Consumer<Passed> counting) {
    CompletableFuture<Passed> passed = new CompletableFuture<>();
    run(() -> pass(message, decision, counting, passed));
    return passed;
  }

  private void pass(
      SensorMessage message,
      Function<SensorSession, Verdict> decision,
      Consumer<Passed> counting,
      CompletableFuture<Passed> passed) {
    SensorSession session = sessions.get(message.sensor(), key -> new SensorSession());
    enter(message);
    Span span = traces.begin("process sensor message", message.sensor().agency());
    Verdict verdict = decision.apply(session);
    bus.publish(verdict, Traces.traceparent(span))
        .whenComplete((done, failure) ->
            // never at once: what was passed before and is accepted too must come first
            thread.runOnContext(go -> {
              settle(session, verdict, counting, failure, passed, span);
              span.end();
            }));
  }

  /** Decides on a message; one that a defect of ours chokes on is kept and does not come again. */
  private Verdict decide(SensorMessage message, Supplier<Verdict> decision) {
    try {
      return decision.get();
    } catch (RuntimeException defect) {
      LogFields.with(
          message.sensor().agency(),
          () ->
              LOG.errorf(
                  defect,
                  "A message of %s could not be decoded by a defect of ours",
                  message.sensor()));
      return intake.park(message, defect);
    }
  }

  private void settle(
      SensorSession session,
      Verdict verdict,
      Consumer<Passed> counting,
      @Nullable Throwable failure,
      CompletableFuture<Passed> passed,
      Span span) {
    if (failure == null) {
      Passed settled = new Passed(verdict, intake.confirm(session, verdict));
      counting.accept(settled);
      passed.complete(settled);
    } else {
      span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
      SensorKey sensor = verdict.message().sensor();
      LogFields.with(
          sensor.agency(),
          span,
          () ->
              LOG.warnf(
                  "The bus did not accept a message of %s: %s", sensor, failure.getMessage()));
      passed.completeExceptionally(failure);
    }
    leave(verdict.message());
  }

  private void enter(SensorMessage message) {
    int size = message.payload().length;
    AgencyId agency = message.sensor().agency();
    Waiting waiting = agencies.computeIfAbsent(agency, key -> waiting());
    total.add(size);
    waiting.inFlight.add(size);
    if (!waiting.full && waiting.inFlight.isFull()) {
      waiting.full = true;
      readers.forEach(reader -> reader.hold(agency));
    }
    if (!full && total.isFull()) {
      full = true;
      metrics.pushedBack();
      readers.forEach(Readers::holdAll);
    }
  }

  private void leave(SensorMessage message) {
    int size = message.payload().length;
    AgencyId agency = message.sensor().agency();
    Waiting waiting = agencies.computeIfAbsent(agency, key -> waiting());
    total.remove(size);
    waiting.inFlight.remove(size);
    if (waiting.inFlight.messages() == 0) {
      agencies.remove(agency);
    }
    if (full && total.hasRoom()) {
      full = false;
      readers.forEach(Readers::releaseAll);
    }
    if (waiting.full && waiting.inFlight.hasRoom()) {
      waiting.full = false;
      readers.forEach(reader -> reader.release(agency));
    }
  }

  private Waiting waiting() {
    return new Waiting(
        InFlight.within(
            heapShareBytes / 2,
            config.maxUnacknowledgedMessagesPerAgency(),
            config.maxUnacknowledgedBytesPerAgency()));
  }

  /** Whether too much of everyone's waits for the bus. */
  public boolean isFull() {
    return full;
  }

  /** Whether the bus has everything that was passed on. */
  public boolean isIdle() {
    return total.messages() == 0;
  }

  /** Whether too much of an agency's waits for the bus; asked on the door's thread. */
  public boolean isFull(AgencyId agency) {
    Waiting waiting = agencies.get(agency);
    return waiting != null && waiting.full;
  }

  /**
   * Charges a message to its sensor and agency.
   *
   * @return how long nothing more should be taken from the sensor, zero when within its limits
   */
  public Duration charge(Sensor sensor, int bytes) {
    return rates.charge(sensor, bytes);
  }

  /** Returns how long a sensor has to wait before it may send a message; zero when it need not. */
  public Duration untilAllowed(Sensor sensor) {
    return rates.untilAllowed(sensor);
  }

  public Instant now() {
    return clock.instant();
  }

  /** Runs work on the door's thread, at once when already there. */
  private void run(Runnable work) {
    if (Vertx.currentContext() == thread) {
      work.run();
    } else {
      thread.runOnContext(go -> work.run());
    }
  }
}
