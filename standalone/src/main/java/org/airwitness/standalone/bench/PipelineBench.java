package org.airwitness.standalone.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwitness.standalone.ControlClient;
import org.airwitness.standalone.RunFile;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.api.ApiClient;
import org.airwitness.standalone.feed.SensorAddress;

/**
 * The whole pipeline under a steady load: sensors over MQTT, drones once a second each, some of
 * them flying into a zone one after the other, until their alerts leave through the alert stream.
 */
public final class PipelineBench implements AutoCloseable {

  private static final long TURN_NANOS = 250_000_000L;
  private static final int TURNS_PER_SECOND = 4;
  private static final Duration DRAIN_LIMIT = Duration.ofSeconds(120);
  private static final Duration STALL_LIMIT = Duration.ofSeconds(30);

  /**
   * The load.
   *
   * @param sensors number of MQTT connections
   * @param rate observations per second of all sensors together
   * @param warmUp time before processor time and latency count
   * @param duration time that counts
   */
  public record Load(int sensors, int rate, Duration warmUp, Duration duration) {

    public Load {
      if (sensors < 1 || rate < sensors || rate > 200_000) {
        throw new Usage(
            "A load has 1 or more sensors and 1 to 200000 observations/s, at least as"
                + " many as sensors.");
      }
    }

    double warmUpS() {
      return warmUp.toMillis() / 1_000.0;
    }

    double totalS() {
      return warmUpS() + duration.toMillis() / 1_000.0;
    }

    /** One drone in eight, but not more than twenty alerts a second. */
    int intruders() {
      return (int) Math.min(rate / 8 + 1, duration.toSeconds() * 20);
    }
  }

  private final RunFile run;
  private final Load load;
  private final Consumer<String> progress;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ControlClient control;
  private final Vertx vertx = Vertx.vertx();
  private final String agency = "bench-" + Long.toString(System.currentTimeMillis(), 36);

  public PipelineBench(RunFile run, Load load, Consumer<String> progress) {
    this.run = run;
    this.load = load;
    this.progress = progress;
    this.control = new ControlClient(run);
  }

  /**
   * Runs the load in an agency of its own and returns when everything is stored or stands still.
   */
  public PipelineResult run() throws InterruptedException {
    var api = prepare();
    var cpu = new CpuClock(pids());
    var sensors = new ArrayList<LoadSensor>();
    try (var alerts = new AlertWatch(api.stream("/alerts/stream"))) {
      connect(api, alerts, sensors);
      progress.accept(
          "%d observations/s from %d sensors for %.0f s, of which %.0f s to warm up"
              .formatted(load.rate(), load.sensors(), load.totalS(), load.warmUpS()));
      long start = System.nanoTime();
      drive(sensors, 0, load.warmUpS(), start);
      var cpuBefore = cpu.read();
      long publishedBefore = published(sensors);
      drive(sensors, load.warmUpS(), load.totalS(), start);
      progress.accept("Waiting until everything is stored");
      long stored = awaitStored(api, sensors);
      double elapsedS = (System.nanoTime() - start) / 1e9;
      return new PipelineResult(
          load.sensors(),
          published(sensors),
          sensors.stream().mapToLong(LoadSensor::acknowledged).sum(),
          stored,
          alerts.measured(),
          stored / elapsedS,
          List.of(alerts.latencyMs(50), alerts.latencyMs(95), alerts.latencyMs(99)),
          perObservation(cpuBefore, cpu.read(), published(sensors) - publishedBefore));
    } finally {
      sensors.forEach(LoadSensor::close);
    }
  }

  private ApiClient prepare() {
    var platform = new ApiClient(http, run.port(), control.token(null, List.of("platform-admin")));
    var unlimited =
        new JsonObject()
            .put("sensorMessagesPerSecond", 1_000_000)
            .put("agencyMessagesPerSecond", 1_000_000);
    platform.post(
        "/agencies",
        new JsonObject().put("id", agency).put("name", "Benchmark").put("limits", unlimited));
    var api =
        new ApiClient(http, run.port(), control.token(agency, List.of("agency-admin", "viewer")));
    api.post("/zones", zone());
    return api;
  }

  private static JsonObject zone() {
    double half = LoadDrone.ZONE_HALF_M;
    var ring =
        new JsonArray()
            .add(corner(-half, -half))
            .add(corner(half, -half))
            .add(corner(half, half))
            .add(corner(-half, half))
            .add(corner(-half, -half));
    return new JsonObject()
        .put("type", "Feature")
        .put(
            "geometry",
            new JsonObject().put("type", "Polygon").put("coordinates", new JsonArray().add(ring)))
        .put(
            "properties",
            new JsonObject().put("name", "Benchmark").put("restriction", "PROHIBITED"));
  }

  private static JsonArray corner(double eastM, double northM) {
    return new JsonArray().add(LoadDrone.lonDeg(eastM)).add(LoadDrone.latDeg(northM));
  }

  private Map<String, Long> pids() {
    var pids = new HashMap<String, Long>();
    for (var row : control.status().getJsonArray("processes")) {
      var process = (JsonObject) row;
      if (PipelineResult.PARTS.contains(process.getString("name"))) {
        pids.put(process.getString("name"), process.getLong("pid"));
      }
    }
    return pids;
  }

  private void connect(ApiClient api, AlertWatch alerts, List<LoadSensor> sensors) {
    var turns = turnsBySensor();
    for (int i = 0; i < load.sensors(); i++) {
      var id = "s-" + i;
      var created =
          api.post(
              "/sensors", new JsonObject().put("id", id).put("name", id).put("format", "native"));
      var password = created.getJsonObject("credentials").getString("password");
      var address = new SensorAddress("127.0.0.1", run.mqttPort(), id, agency, password);
      sensors.add(new LoadSensor(vertx, address, turns.get(i), alerts, Instant.now()));
    }
  }

  /** For each sensor the drones of each quarter of a second; intruders are spread evenly. */
  private List<List<List<LoadDrone>>> turnsBySensor() {
    var turns = new ArrayList<List<List<LoadDrone>>>();
    for (int sensor = 0; sensor < load.sensors(); sensor++) {
      var own = new ArrayList<List<LoadDrone>>();
      for (int turn = 0; turn < TURNS_PER_SECOND; turn++) {
        own.add(new ArrayList<>());
      }
      turns.add(own);
    }
    for (int number = 0; number < load.rate(); number++) {
      turns
          .get(number % load.sensors())
          .get(number / load.sensors() % TURNS_PER_SECOND)
          .add(drone(number));
    }
    return turns;
  }

  private LoadDrone drone(int number) {
    int intruders = load.intruders();
    int spacing = Math.max(1, load.rate() / intruders);
    boolean intrudes = number % spacing == 0 && number / spacing < intruders;
    double counts = load.totalS() - load.warmUpS();
    double entryS =
        intrudes
            ? load.warmUpS() + counts * 0.9 * (number / spacing) / intruders
            : Double.POSITIVE_INFINITY;
    return new LoadDrone("9ZZ9EB" + agencyMark(), number, entryS);
  }

  /** Seven characters that tell this run's serial numbers from those of others. */
  private String agencyMark() {
    var mark = agency.substring("bench-".length()).toUpperCase(java.util.Locale.ROOT);
    return mark.substring(mark.length() - 7).replace('I', 'Y').replace('O', 'Z');
  }

  private void drive(List<LoadSensor> sensors, double fromS, double untilS, long start)
      throws InterruptedException {
    long turn = Math.round(fromS * TURNS_PER_SECOND);
    long lastTurn = Math.round(untilS * TURNS_PER_SECOND);
    for (; turn < lastTurn; turn++) {
      long wait = start + turn * TURN_NANOS - System.nanoTime();
      if (wait > 0) {
        TimeUnit.NANOSECONDS.sleep(wait);
      }
      double seconds = (double) turn / TURNS_PER_SECOND;
      for (var sensor : sensors) {
        sensor.report(turn, seconds, Instant.now());
      }
    }
  }

  private static long published(List<LoadSensor> sensors) {
    return sensors.stream().mapToLong(LoadSensor::published).sum();
  }

  private long awaitStored(ApiClient api, List<LoadSensor> sensors) throws InterruptedException {
    long published = published(sensors);
    long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
    long stored = -1;
    long changed = System.nanoTime();
    while (System.nanoTime() < deadline && System.nanoTime() - changed < STALL_LIMIT.toNanos()) {
      long now = api.get("/observations/count").getLong("count");
      if (now != stored) {
        stored = now;
        changed = System.nanoTime();
      }
      if (stored >= published) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return stored;
  }

  private static Map<String, Double> perObservation(
      Map<String, Long> before, Map<String, Long> after, long observations) {
    var result = new HashMap<String, Double>();
    after.forEach((part, micros) ->
        result.put(
            part,
            Math.max(0, micros - before.getOrDefault(part, 0L))
                / (double) Math.max(1, observations)));
    return result;
  }

  @Override
  public void close() {
    vertx.close();
    control.close();
    http.close();
  }
}
