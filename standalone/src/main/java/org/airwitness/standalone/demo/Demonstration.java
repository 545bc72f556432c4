package org.airwitness.standalone.demo;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.api.ApiClient;
import org.airwitness.standalone.api.ApiClient.Tokens;
import org.airwitness.standalone.feed.SensorAddress;
import org.airwitness.standalone.feed.SensorConnection;
import org.airwitness.standalone.identity.DemoAccount;

/**
 * The demonstration in flight: its agencies, sensors and zones made through the REST interface, its
 * drones heard and reported over MQTT, like anybody else's. What an earlier run made is used again;
 * only the sensors' passwords are new.
 */
public final class Demonstration implements AutoCloseable {

  private static final long TICK_MS = 500;

  private final ScheduledExecutorService clock;
  private final List<SimulatedSensor> sensors;
  private final Instant start;
  private long ticks;

  private Demonstration(List<SimulatedSensor> sensors, Instant start) {
    this.sensors = sensors;
    this.start = start;
    this.clock =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("demo").factory());
  }

  /**
   * Prepares what is missing and takes off.
   *
   * @param port HTTP port of the gateway
   * @param mqttPort where sensors connect on 127.0.0.1
   * @param notices takes a line when something goes wrong later
   * @throws Usage when the interface refuses something
   */
  public static Demonstration fly(
      Vertx vertx, int port, int mqttPort, Tokens tokens, Consumer<String> notices) {
    try (var http = HttpClient.newHttpClient()) {
      var platform = new ApiClient(http, port, tokens.issue(null, List.of("platform-admin")));
      Scenario.AGENCIES.forEach(agency -> prepare(platform, agency));
      var sensors = new ArrayList<SimulatedSensor>();
      var now = Instant.now();
      for (var agency : List.of(DemoAccount.METRO, DemoAccount.COAST)) {
        var api = new ApiClient(http, port, tokens.issue(agency, List.of("agency-admin")));
        prepareZones(api, agency);
        for (var site : sitesOf(agency)) {
          var address =
              new SensorAddress("127.0.0.1", mqttPort, site.id(), agency, password(api, site));
          var connection = new SensorConnection(vertx, address);
          connection.refused().onFailure(e -> notices.accept("Demonstration: " + e.getMessage()));
          sensors.add(new SimulatedSensor(site, Scenario.PLANE, connection, now));
        }
      }
      var demonstration = new Demonstration(sensors, now);
      demonstration.takeOff();
      return demonstration;
    }
  }

  private static List<SimulatedSensor.Site> sitesOf(String agency) {
    return Scenario.SENSORS.stream().filter(site -> site.agency().equals(agency)).toList();
  }

  private static void prepare(ApiClient platform, Scenario.Agency agency) {
    platform.postUnlessPresent(
        "/agencies",
        new JsonObject()
            .put("id", agency.id())
            .put("name", agency.name())
            .put("region", agency.region()));
  }

  private static void prepareZones(ApiClient api, String agency) {
    var present = zoneNames(api);
    for (var zone : Scenario.ZONES) {
      if (zone.agency().equals(agency) && !present.contains(zone.name())) {
        api.post("/zones", zone.feature());
      }
    }
  }

  private static Set<String> zoneNames(ApiClient api) {
    var names = new HashSet<String>();
    JsonArray zones = api.get("/zones?limit=1000").getJsonArray("items");
    for (var zone : zones) {
      names.add(((JsonObject) zone).getJsonObject("properties").getString("name"));
    }
    return names;
  }

  /** The sensor's password: of the sensor made now, or a new one for that of an earlier run. */
  private static String password(ApiClient api, SimulatedSensor.Site site) {
    var created = api.postUnlessPresent("/sensors", draft(site));
    var answer =
        created == null
            ? api.post("/sensors/" + site.id() + "/credentials", new JsonObject())
            : created;
    return answer.getJsonObject("credentials", answer).getString("password");
  }

  private static JsonObject draft(SimulatedSensor.Site site) {
    var position =
        new JsonObject()
            .put("lat", Scenario.PLANE.latDeg(site.point()))
            .put("lon", Scenario.PLANE.lonDeg(site.point()))
            .put("altitudeM", 60);
    return new JsonObject()
        .put("id", site.id())
        .put("name", site.name())
        .put("format", site.format())
        .put("position", position)
        .put("shared", site.shared());
  }

  private void takeOff() {
    var _ = clock.scheduleAtFixedRate(this::tick, 0, TICK_MS, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    var now = Instant.now();
    double seconds = (now.toEpochMilli() - start.toEpochMilli()) / 1000.0;
    var transmissions = new ArrayList<SimulatedSensor.Transmission>();
    for (var drone : Scenario.DRONES) {
      if (ticks % drone.periodTicks() == 0) {
        transmissions.add(
            new SimulatedSensor.Transmission(
                drone, drone.at(seconds), ticks / drone.periodTicks()));
      }
    }
    ticks++;
    sensors.forEach(sensor -> sensor.hear(transmissions, now));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    sensors.forEach(SimulatedSensor::close);
  }
}
