package org.airwitness.ingest.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.contract.v1.Observation;
import org.airwitness.ingest.IngestIT;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sensors that publish to the broker of their site; which one is a subclass's choice. */
abstract class SiteIT extends IngestIT {
  private static final String AGENCY = "site-agency";
  private static final String KEPT = "kept";

  /** The broker of the tests that run now. */
  private static SiteProgram broker;

  private int sequence;

  /** Starts a broker before the application, and points that to it. */
  abstract static class Resource implements QuarkusTestResourceLifecycleManager {
    abstract SiteProgram newBroker();

    @Override
    public Map<String, String> start() {
      broker = newBroker().start();
      publishRetained();
      Map<String, String> settings = new HashMap<>();
      settings.put("airwitness.site.enabled", "true");
      settings.put("airwitness.site.agency", AGENCY);
      settings.put("airwitness.site.port", Integer.toString(broker.port));
      settings.put("airwitness.site.host", "127.0.0.1");
      settings.put("airwitness.site.username", SiteProgram.USERNAME);
      settings.put("airwitness.site.password", SiteProgram.PASSWORD);
      settings.put("airwitness.site.topic", "drones/#");
      settings.put("airwitness.site.routes", "drones/{sensor}/obs");
      return settings;
    }

    private static void publishRetained() {
      Vertx vertx = Vertx.vertx();
      try (SensorClient client = publisher(vertx).connect()) {
        client.publish("drones/" + KEPT + "/obs", "{}", MqttQoS.AT_LEAST_ONCE, true);
        eventually().until(() -> !client.acknowledged().isEmpty());
      } finally {
        vertx.close();
      }
    }

    @Override
    public void stop() {
      if (broker != null) {
        broker.close();
      }
    }
  }

  @BeforeEach
  void registerTheAgency() {
    JsonObject agency = new JsonObject().put("id", AGENCY).put("name", "Site");
    as(Tokens.platformAdmin()).body(agency.encode()).post("/api/v1/agencies");
  }

  private SensorClient publisher() {
    return publisher(vertx);
  }

  private static SensorClient publisher(Vertx vertx) {
    return new SensorClient(vertx, broker.port, SiteProgram.USERNAME, SiteProgram.PASSWORD);
  }

  private String batch(Registered sensor) {
    return new NativeBatch(sensor.id(), ++sequence, Instant.now())
        .with(Drone.named(SERIAL).pack())
        .json();
  }

  private List<Observation> observations(Registered sensor) {
    return observations(AGENCY).stream()
        .filter(observation -> observation.getSensorId().equals(sensor.id()))
        .toList();
  }

  @Test
  void takesWhatTheSitesSensorsPublish() {
    Registered sensor = newSensor(AGENCY, "native");
    try (SensorClient client = publisher().connect()) {
      client.publish("drones/" + sensor.id() + "/obs", batch(sensor));
      client.publish("drones/" + sensor.id() + "/obs", batch(sensor), MqttQoS.AT_MOST_ONCE, false);

      eventually().untilAsserted(() -> assertThat(observations(sensor)).hasSize(2));
    }
    eventually()
        .untilAsserted(() ->
            as(admin(AGENCY))
                .get("/api/v1/sensors/" + sensor.id())
                .then()
                .body("counters.accepted", is(2))
                .body("status", equalTo("online")));
  }

  @Test
  void quarantinesWhatASensorNobodyRegisteredPublishes() {
    try (SensorClient client = publisher().connect()) {
      client.publish("drones/stranger/obs", "{}");
      expectQuarantined("stranger", "unknown-sensor");
    }
  }

  @Test
  void quarantinesWhatTheBrokerHadKept() {
    expectQuarantined(KEPT, "retained");
  }

  private static void restart() {
    broker.kill();
    broker.start();
  }

  private void expectQuarantined(String sensor, String reason) {
    eventually()
        .untilAsserted(() ->
            as(Tokens.of(AGENCY, "duty-officer"))
                .get("/api/v1/quarantine?sensor=" + sensor)
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo(reason)));
  }

  @Test
  void goesOnWhenTheBrokerWasKilled() {
    Registered sensor = newSensor(AGENCY, "native");
    restart();
    try (SensorClient client = publisher().connect()) {
      eventually()
          .untilAsserted(() -> {
            client.publish("drones/" + sensor.id() + "/obs", batch(sensor));
            assertThat(observations(sensor)).isNotEmpty();
          });
    }
  }
}
