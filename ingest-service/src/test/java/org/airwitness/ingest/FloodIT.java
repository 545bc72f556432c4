package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.ingest.testing.RawMqtt;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

/** Many sensors at once, and one that sends too much. */
@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class FloodIT extends IngestIT {
  private static final int ROUNDS = 7;
  private static final int SAMPLES = 150;
  private static final double P95 = 0.95;

  /** What the machine's other work may add to a round. */
  private static final double TOLERANCE_MS = 10;

  private static final int LIMIT_PER_SECOND = 100;
  private static final int SENSORS = 1000;

  /** One batch a minute of the hour the network was away. */
  private static final int BACKLOG = 60;

  @jakarta.inject.Inject io.micrometer.core.instrument.MeterRegistry metrics;

  private long inFlightBytes() {
    return (long) metrics.get("airwitness.ingest.in.flight.bytes").gauge().value();
  }

  private static String message(int number) {
    return Drone.named(SERIAL).moved(number).droneScoutJson(1_800_000_000_000L + number);
  }

  @Test
  void aFloodDoesNotSlowAnotherAgency() throws Exception {
    String flooding = newAgency(null);
    as(Tokens.platformAdmin())
        .body("{\"limits\":{\"sensorMessagesPerSecond\":" + LIMIT_PER_SECOND + "}}")
        .patch("/api/v1/agencies/" + flooding)
        .then()
        .statusCode(200);
    Registered flooder = newSensor(flooding, "dronescout");
    Registered quiet = newSensor(newAgency(null), "dronescout");
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    try (RawMqtt sensor = signedIn(quiet, 0);
        Flood flood = new Flood(flooder)) {
      AtomicInteger next = new AtomicInteger();
      p95(sensor, next); // to warm up
      flood.awaitHeldBack();
      for (int round = 0; round < ROUNDS; round++) {
        flood.pause(true);
        alone.add(p95(sensor, next));
        flood.pause(false);
        beside.add(p95(sensor, next));
      }
      assertThat(median(beside))
          .as("p95 of another agency in ms: alone %s, beside a flood %s", alone, beside)
          .isLessThan(median(alone) * 1.2 + TOLERANCE_MS);
      assertThat(flood.perSecond())
          .as("messages a second taken of the flood")
          .isBetween(LIMIT_PER_SECOND * 0.5, LIMIT_PER_SECOND * 3.0);
    }
  }

  private RawMqtt signedIn(Registered sensor, int number) {
    RawMqtt raw = new RawMqtt(listener.port());
    assertThat(raw.signIn(sensor.username(), sensor.password(), "client-" + number, 0)).isZero();
    return raw;
  }

  /** Publishes one message after the other; returns the 95th percentile to PUBACK. */
  private static double p95(RawMqtt sensor, AtomicInteger next) {
    double[] millis = new double[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      int number = next.incrementAndGet();
      byte[] publish = RawMqtt.publish("t", number % 0xFFFF + 1, message(number));
      long start = System.nanoTime();
      sensor.send(publish);
      sensor.readPuback();
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    return DoubleStream.of(millis).sorted().skip((long) (SAMPLES * P95)).findFirst().orElseThrow();
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /** A sensor that writes as fast as its socket takes it and counts its PUBACKs. */
  private final class Flood implements AutoCloseable {
    private final RawMqtt raw;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private long startNanos;
    private int acknowledgedAtStart;
    private volatile boolean paused;
    private volatile boolean over;

    Flood(Registered sensor) {
      raw = signedIn(sensor, 1);
      Thread.ofPlatform().daemon().start(() -> quietly(this::write));
      Thread.ofPlatform().daemon().start(() -> quietly(this::read));
    }

    private void quietly(Runnable work) {
      try {
        work.run();
      } catch (UncheckedIOException e) {
        if (!over) {
          throw e;
        }
      }
    }

    private void write() {
      while (!over) {
        if (paused) {
          Thread.onSpinWait();
          java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
        } else {
          int number = sent.incrementAndGet();
          raw.send(RawMqtt.publish("t", number % 0xFFFF + 1, message(number)));
        }
      }
    }

    private void read() {
      while (!over) {
        raw.readPuback();
        acknowledged.incrementAndGet();
      }
    }

    /** Until the burst it had saved up is used, and TCP holds it back. */
    void awaitHeldBack() {
      eventually().until(() -> sent.get() > 12 * LIMIT_PER_SECOND);
      int[] before = {-1};
      org.awaitility.Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofSeconds(1))
          .until(() -> {
            int now = acknowledged.get();
            boolean slow = before[0] >= 0 && now - before[0] < 2 * LIMIT_PER_SECOND;
            before[0] = now;
            return slow;
          });
      startNanos = System.nanoTime();
      acknowledgedAtStart = acknowledged.get();
    }

    void pause(boolean now) {
      paused = now;
    }

    double perSecond() {
      return (acknowledged.get() - acknowledgedAtStart) / ((System.nanoTime() - startNanos) / 1e9);
    }

    @Override
    public void close() {
      over = true;
      raw.close();
    }
  }

  @Test
  void aThousandSensorsComingBackAtOnceAreAllStoredOnceWithinBounds() throws Exception {
    String agency = newAgency(null);
    List<Registered> sensors =
        IntStream.range(0, SENSORS)
            .parallel()
            .mapToObj(i -> newSensor(agency, new JsonObject().put("format", "native")))
            .toList();
    Instant lost = Instant.now().minus(Duration.ofMinutes(BACKLOG)).truncatedTo(ChronoUnit.SECONDS);
    List<Future<?>> all = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SENSORS; i++) {
        int number = i;
        all.add(threads.submit(() -> sendBacklog(sensors.get(number), number, lost)));
      }
      long most = 0;
      while (all.stream().anyMatch(sensor -> !sensor.isDone())) {
        most = Math.max(most, inFlightBytes());
        java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
      }
      assertThat(most).as("bytes waiting for the bus").isLessThan(16_777_216L + 1_000_000);
    }
    for (Future<?> sensor : all) {
      get(sensor);
    }
    Set<String> frames = new HashSet<>();
    var stored = observations(agency);
    stored.forEach(observation -> frames.add(observation.getObservationId().toString()));
    assertThat(stored).hasSize(SENSORS * BACKLOG);
    assertThat(frames).hasSize(SENSORS * BACKLOG);
    assertThat(stored)
        .extracting(observation -> observation.getObservedAtUs() / 1_000_000)
        .as("sensors' own times, not those of the arrival")
        .containsOnlyElementsOf(
            IntStream.rangeClosed(1, BACKLOG)
                .mapToObj(i -> lost.plus(Duration.ofMinutes(i)).getEpochSecond())
                .toList());
  }

  private static void get(Future<?> done) throws InterruptedException {
    try {
      done.get();
    } catch (ExecutionException e) {
      throw new AssertionError("A sensor could not send all of its backlog", e.getCause());
    }
  }

  /** Sends all that was kept without waiting, then reads the PUBACKs. */
  private void sendBacklog(Registered sensor, int number, Instant lost) {
    try (RawMqtt raw = signedIn(sensor, number)) {
      for (int i = 1; i <= BACKLOG; i++) {
        Drone drone = Drone.named(SERIAL).at(59.9 + i * 1e-4, 10.7 + number * 1e-6);
        Instant then = lost.plus(Duration.ofMinutes(i));
        String batch = new NativeBatch(sensor.id(), i, then).with(drone.pack()).json();
        raw.send(RawMqtt.publish("s/" + sensor.id() + "/obs", i, batch));
      }
      Set<Integer> acknowledged = new HashSet<>();
      for (int i = 1; i <= BACKLOG; i++) {
        acknowledged.add(raw.readPuback());
      }
      assertThat(acknowledged).hasSize(BACKLOG);
    }
  }
}
