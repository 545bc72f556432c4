package org.airwitness.ingest;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.Observation;
import org.airwitness.ingest.mqtt.MqttListener;
import org.airwitness.ingest.testing.BusTap;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

/** What the tests over real MQTT, Kafka and PostgreSQL share. */
public abstract class IngestIT {
  protected static final String SERIAL = "1581F5FJD239C00DW22E";
  static final JsonObject OSLO =
      new JsonObject(
          """
          {"type":"Polygon","coordinates":[[[10.4,59.7],[11.0,59.7],[11.0,60.1],[10.4,60.1],[10.4,59.7]]]}
          """);

  @Inject protected Vertx vertx;
  @Inject MqttListener listener;

  @ConfigProperty(name = Engines.KAFKA)
  String kafka;

  /** Credentials of a registered sensor. */
  public record Registered(String agency, String id, String username, String password) {}

  @BeforeEach
  void waitForTheListener() {
    eventually().until(listener::isListening);
  }

  protected static ConditionFactory eventually() {
    return Awaitility.await().atMost(java.time.Duration.ofSeconds(20));
  }

  /** Registers an agency nobody else uses. */
  protected static String newAgency(JsonObject region) {
    String agency = "agency-" + UUID.randomUUID().toString().substring(0, 8);
    JsonObject body = new JsonObject().put("id", agency).put("name", "Agency " + agency);
    if (region != null) {
      body.put("region", region);
    }
    as(Tokens.platformAdmin()).body(body.encode()).post("/api/v1/agencies").then().statusCode(201);
    return agency;
  }

  protected static Registered newSensor(String agency, String format) {
    return newSensor(agency, new JsonObject().put("format", format));
  }

  protected static Registered newSensor(String agency, JsonObject wanted) {
    String id = "s-" + UUID.randomUUID().toString().substring(0, 8);
    JsonObject body = wanted.copy().put("id", id).put("name", "Roof");
    ValidatableResponse created =
        as(admin(agency)).body(body.encode()).post("/api/v1/sensors").then().statusCode(201);
    return new Registered(
        agency,
        id,
        created.extract().path("credentials.username"),
        created.extract().path("credentials.password"));
  }

  protected static String admin(String agency) {
    return Tokens.of(agency, "agency-admin");
  }

  protected static RequestSpecification as(String token) {
    return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
  }

  SensorClient client(Registered sensor) {
    return new SensorClient(vertx, listener.port(), sensor.username(), sensor.password());
  }

  /** Publishes to the sensor's own topic over a connection of its own and waits for the PUBACK. */
  void send(Registered sensor, String message) {
    try (SensorClient client = client(sensor).connect()) {
      send(client, "s/" + sensor.id() + "/obs", message);
    }
  }

  /** Publishes and waits for the PUBACK. */
  static void send(SensorClient client, String topic, String message) {
    int id = client.publish(topic, message);
    eventually().until(() -> client.acknowledged().contains(id));
  }

  protected List<Observation> observations(String agency) {
    return BusTap.read(kafka, Topics.OBSERVATIONS, agency, Observation.parser());
  }
}
