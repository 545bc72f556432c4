package org.airwitness.standalone.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.airwitness.standalone.ControlClient;
import org.airwitness.standalone.RunFile;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.api.ApiClient;
import org.airwitness.standalone.feed.SensorAddress;
import org.jspecify.annotations.Nullable;

/**
 * The sensors' door under load: QoS 1, one observation in each message, PUBACK after Kafka has
 * accepted. One run for each number of sensors: as fast as PUBACKs come, then at a steady rate.
 */
public final class IngestBench implements AutoCloseable {

  private static final long TICK_NANOS = 5_000_000L;
  private static final long LONGEST_MICROS = 60_000_000L;
  private static final Duration IDLE_LIMIT = Duration.ofSeconds(60);

  /** Messages without PUBACK of all sensors together. */
  private static final int WINDOW = 1_000;

  private static final List<String> PARTS = List.of("ingest", "kafka", "postgres");

  /**
   * The load.
   *
   * @param sensors numbers of MQTT connections, one run each
   * @param rate messages per second of the steady part
   * @param duration of each of the two parts
   * @param warmUp once, before the first run, until the service's code is compiled
   */
  public record Load(List<Integer> sensors, int rate, Duration duration, Duration warmUp) {

    public Load {
      sensors = List.copyOf(sensors);
      if (sensors.isEmpty()
          || sensors.stream().anyMatch(n -> n < 1 || n > 5_000)
          || rate < 1
          || rate > 200_000
          || duration.isZero()
          || duration.toMinutes() > 10
          || warmUp.isNegative()
          || warmUp.toMinutes() > 10) {
        throw new Usage(
            "A load has runs of 1 to 5000 sensors, 1 to 200000 messages/s, and parts and a warm-up of at most 10 minutes.");
      }
    }
  }

  private final RunFile run;
  private final Load load;
  private final Consumer<String> progress;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ControlClient control;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final Map<String, Long> pids = new HashMap<>();
  private final String kafka;
  private boolean isWarm;
  private int drones;

  public IngestBench(RunFile run, Load load, Consumer<String> progress) {
    this.run = run;
    this.load = load;
    this.progress = progress;
    this.control = new ControlClient(run);
    this.kafka = "127.0.0.1:" + readProcesses();
  }

  /** Notes the processes that are measured, and returns the port of Kafka. */
  private int readProcesses() {
    int port = 0;
    for (var row : control.status().getJsonArray("processes")) {
      var process = (JsonObject) row;
      var name = process.getString("name");
      if (PARTS.contains(name)) {
        pids.put(name, process.getLong("pid"));
      }
      port = name.equals("kafka") ? process.getInteger("port") : port;
    }
    return port;
  }

  /** Runs everything, each run in an agency of its own. */
  public IngestResult run() throws InterruptedException {
    var runs = new ArrayList<IngestResult.Run>();
    for (int sensors : load.sensors()) {
      runs.add(run(sensors));
    }
    return new IngestResult(runs);
  }

  private IngestResult.Run run(int count) throws InterruptedException {
    var agency = "bench-" + Long.toString(System.currentTimeMillis(), 36);
    progress.accept("%,d sensors: registering and connecting".formatted(count));
    var pubackMicros = new Histogram(LONGEST_MICROS, 3);
    var sensors = connect(agency, count, pubackMicros);
    try {
      warmUp(sensors);
      progress.accept("%,d sensors: as fast as PUBACKs come".formatted(count));
      var cpu = new CpuClock(pids);
      var before = cpu.read();
      long acknowledged = acknowledged(sensors);
      double elapsedS = flood(sensors, load.duration());
      var after = cpu.read();
      long messages = acknowledged(sensors) - acknowledged;
      progress.accept("%,d sensors: %,d messages/s".formatted(count, load.rate()));
      onLoop(pubackMicros::reset);
      pace(sensors);
      long lost = acknowledged(sensors) - BusCount.observations(kafka, agency);
      return new IngestResult.Run(
          count,
          messages / elapsedS,
          spent(before, after, PARTS) / messages,
          spent(before, after, List.of("ingest")) / messages,
          pubackMicros.getValueAtPercentile(50) / 1_000.0,
          pubackMicros.getValueAtPercentile(99) / 1_000.0,
          lost);
    } finally {
      onLoop(() -> sensors.forEach(QuickSensor::close));
    }
  }

  private void warmUp(List<QuickSensor> sensors) throws InterruptedException {
    if (!isWarm) {
      progress.accept("warming up for %d s".formatted(load.warmUp().toSeconds()));
      flood(sensors, load.warmUp());
      isWarm = true;
    }
  }

  private static double spent(
      Map<String, Long> before, Map<String, Long> after, List<String> parts) {
    return parts.stream()
        .mapToDouble(part -> after.getOrDefault(part, 0L) - before.getOrDefault(part, 0L))
        .sum();
  }

  private List<QuickSensor> connect(String agency, int count, Histogram pubackMicros) {
    var platform = new ApiClient(http, run.port(), control.token(null, List.of("platform-admin")));
    var unlimited =
        new JsonObject()
            .put("sensorMessagesPerSecond", 1_000_000)
            .put("agencyMessagesPerSecond", 1_000_000);
    platform.post(
        "/agencies",
        new JsonObject().put("id", agency).put("name", "Benchmark").put("limits", unlimited));
    var admin = new ApiClient(http, run.port(), control.token(agency, List.of("agency-admin")));
    var sensors = new ArrayList<QuickSensor>();
    for (int i = 0; i < count; i++) {
      var id = "s-" + i;
      var created =
          admin.post(
              "/sensors", new JsonObject().put("id", id).put("name", id).put("format", "native"));
      var password = created.getJsonObject("credentials").getString("password");
      var address = new SensorAddress("127.0.0.1", run.mqttPort(), id, agency, password);
      int window = Math.max(1, WINDOW / count);
      sensors.add(await(QuickSensor.connect(vertx, address, drones++, window, pubackMicros)));
    }
    return sensors;
  }

  /** Lets all publish without a pause; returns the seconds until the last PUBACK. */
  private double flood(List<QuickSensor> sensors, Duration duration) throws InterruptedException {
    long start = System.nanoTime();
    onLoop(() -> sensors.forEach(sensor -> sensor.flood(true)));
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    onLoop(() -> sensors.forEach(sensor -> sensor.flood(false)));
    awaitIdle(sensors);
    return (System.nanoTime() - start) / 1e9;
  }

  /** Publishes at the steady rate, the sensors in turn. */
  private void pace(List<QuickSensor> sensors) throws InterruptedException {
    long start = System.nanoTime();
    long total = load.rate() * load.duration().toMillis() / 1_000;
    for (long sent = 0; sent < total; ) {
      long due = Math.min(total, (System.nanoTime() - start) * load.rate() / 1_000_000_000L);
      long from = sent;
      onLoop(() -> {
        for (long i = from; i < due; i++) {
          sensors.get((int) (i % sensors.size())).publish();
        }
      });
      sent = due;
      TimeUnit.NANOSECONDS.sleep(TICK_NANOS);
    }
    awaitIdle(sensors);
  }

  private void awaitIdle(List<QuickSensor> sensors) throws InterruptedException {
    long deadline = System.nanoTime() + IDLE_LIMIT.toNanos();
    while (!readOnLoop(() -> sensors.stream().allMatch(QuickSensor::isIdle))) {
      if (System.nanoTime() > deadline) {
        throw new Usage("PUBACKs are missing after " + IDLE_LIMIT.toSeconds() + " s.");
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  private long acknowledged(List<QuickSensor> sensors) {
    return readOnLoop(() -> sensors.stream().mapToLong(QuickSensor::acknowledged).sum());
  }

  private void onLoop(Runnable work) {
    readOnLoop(() -> {
      work.run();
      return null;
    });
  }

  /** Runs work on the one event loop, to which all sensors belong. */
  private <T extends @Nullable Object> T readOnLoop(Supplier<T> work) {
    return CompletableFuture.supplyAsync(work, vertx.nettyEventLoopGroup().next()).join();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().join();
    } catch (CompletionException e) {
      throw new Usage("A sensor cannot connect: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    vertx.close();
    control.close();
    http.close();
  }
}
