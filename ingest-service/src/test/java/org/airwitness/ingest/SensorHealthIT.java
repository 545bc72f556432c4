package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.ingest.testing.BusTap;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class SensorHealthIT extends IngestIT {
  private static final JsonObject ROOF =
      new JsonObject(
          """
          {"format":"native","owner":"City of Oslo","rangeM":4000,
           "position":{"lat":59.9,"lon":10.75},
           "antenna":{"type":"panel","gainDbi":8.5,"heightM":61,"azimuthDeg":270,"beamwidthDeg":60}}
          """);

  private void send(SensorClient client, Registered sensor, String payload) {
    send(client, "s/" + sensor.id() + "/obs", payload);
  }

  private static String path(Registered sensor) {
    return "/api/v1/sensors/" + sensor.id();
  }

  @Test
  void keepsWhatItsOwnerSaysOfASensor() {
    Registered sensor = newSensor(newAgency(null), ROOF);

    as(admin(sensor.agency()))
        .get(path(sensor))
        .then()
        .statusCode(200)
        .body("owner", equalTo("City of Oslo"))
        .body("rangeM", is(4000.0f))
        .body("antenna.type", equalTo("panel"))
        .body("antenna.gainDbi", is(8.5f))
        .body("enabled", is(true))
        .body("status", equalTo("never-seen"));
  }

  @Test
  void aRadioThatHearsNothingIsDeafAndTheBusHearsOfIt() {
    Registered sensor = newSensor(newAgency(null), ROOF);
    try (SensorClient client = client(sensor).connect()) {
      String silence = new NativeBatch(sensor.id(), 1, Instant.now()).json();
      send(client, sensor, silence.replace("\"frames\":12041", "\"frames\":0"));
      eventually()
          .untilAsserted(() ->
              as(admin(sensor.agency()))
                  .get(path(sensor))
                  .then()
                  .body("status", equalTo("deaf"))
                  .body("radio.lastFramesAt", nullValue()));
      eventually().untilAsserted(() -> assertThat(healthOnTheBus(sensor)).isEqualTo("deaf"));

      send(client, sensor, new NativeBatch(sensor.id(), 2, Instant.now()).json());

      eventually()
          .untilAsserted(() ->
              as(admin(sensor.agency()))
                  .get(path(sensor))
                  .then()
                  .body("status", equalTo("online")));
      eventually().untilAsserted(() -> assertThat(healthOnTheBus(sensor)).isEqualTo("deaf online"));
    }
  }

  /** All that was told of a sensor's health, in its order. */
  private String healthOnTheBus(Registered sensor) {
    return String.join(
        " ",
        BusTap.read(kafka, Topics.SENSOR_STATUS, sensor.agency(), SensorStatus.parser()).stream()
            .map(SensorStatus::getHealth)
            .filter(health -> !health.isEmpty())
            .toList());
  }

  @Test
  void showsHowFarASensorHeardInEachDirection() {
    Registered sensor = newSensor(newAgency(null), ROOF);
    try (SensorClient client = client(sensor).connect()) {
      var batch = new NativeBatch(sensor.id(), 1, Instant.now());
      batch.with(
          "02:00:00:00:00:01",
          "wifi-beacon",
          Drone.named("1581F5FJD239C00DW221").at(59.95, 10.75).pack());
      batch.with(
          "02:00:00:00:00:02",
          "wifi-beacon",
          Drone.named("1581F5FJD239C00DW222").at(59.92, 10.75).pack());
      batch.with(
          "02:00:00:00:00:03",
          "wifi-beacon",
          Drone.named("1581F5FJD239C00DW223").at(59.90, 10.70).pack());
      batch.with(
          "02:00:00:00:00:04",
          "wifi-beacon",
          Drone.named("1581F5FJD239C00DW224").at(10.0, 10.0).pack());
      send(client, sensor, batch.json());
    }
    eventually()
        .untilAsserted(() ->
            as(admin(sensor.agency()))
                .get(path(sensor) + "/range")
                .then()
                .statusCode(200)
                .body("type", equalTo("Feature"))
                .body("properties.sectors", hasSize(2))
                .body("properties.sectors[0].fromDeg", is(0))
                .body("properties.sectors[0].distanceM.toDouble()", closeTo(5560, 10))
                .body("properties.sectors[1].fromDeg", is(270))
                .body("properties.declaredRangeM", is(4000.0f))
                .body("geometry.type", equalTo("Polygon"))
                .body("geometry.coordinates[0]", hasSize(37)));
    as(admin(newAgency(null))).get(path(sensor) + "/range").then().statusCode(404);
  }

  @Test
  void disablingASensorEndsItsConnectionAndEnablingLetsItIn() {
    Registered sensor = newSensor(newAgency(null), ROOF);
    SensorClient client = client(sensor).connect();

    as(admin(sensor.agency()))
        .body("{\"enabled\":false}")
        .patch(path(sensor))
        .then()
        .statusCode(200)
        .body("enabled", is(false))
        .body("owner", equalTo("City of Oslo"));

    eventually().until(client::isClosed);
    assertThatThrownBy(() -> client(sensor).connect())
        .hasMessageContaining("CONNECTION_REFUSED_NOT_AUTHORIZED");
    as(admin(sensor.agency()))
        .body("{\"enabled\":true}")
        .patch(path(sensor))
        .then()
        .statusCode(200);
    client(sensor).connect().close();
  }

  @Test
  void sharingAndAChangedRegionTakeEffectWhileTheSensorIsConnected() {
    String other = newAgency(null);
    Registered sensor = newSensor(newAgency(null), ROOF);
    try (SensorClient client = client(sensor).connect()) {
      as(admin(sensor.agency()))
          .body("{\"shared\":true}")
          .patch(path(sensor))
          .then()
          .statusCode(200);
      as(Tokens.platformAdmin())
          .body(new JsonObject().put("region", OSLO).encode())
          .patch("/api/v1/agencies/" + other)
          .then()
          .statusCode(200);

      send(
          client,
          sensor,
          new NativeBatch(sensor.id(), 1, Instant.now()).with(Drone.named(SERIAL).pack()).json());
      assertThat(observations(other)).hasSize(1);

      as(Tokens.platformAdmin())
          .body("{\"region\":\"\"}")
          .patch("/api/v1/agencies/" + other)
          .then()
          .statusCode(200);
      send(
          client,
          sensor,
          new NativeBatch(sensor.id(), 2, Instant.now())
              .with(Drone.named(SERIAL).at(59.8, 10.8).pack())
              .json());
      assertThat(observations(other)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"antenna\":{\"azimuthDeg\":361}}|antenna.azimuthDeg",
        "{\"rangeM\":0}|rangeM",
        "{\"format\":\"morse\"}|format",
        "{\"owner\":\" \"}|owner",
        "{\"position\":{\"lat\":91,\"lon\":0}}|position",
        "{\"id\":\"other\"}|id",
      })
  void saysWhatIsWrongWithAChange(String body, String field) {
    Registered sensor = newSensor(newAgency(null), ROOF);

    as(admin(sensor.agency()))
        .body(body)
        .patch(path(sensor))
        .then()
        .statusCode(400)
        .body("field", equalTo(field));
  }

  @Test
  void nobodyElseChangesASensor() {
    Registered sensor = newSensor(newAgency(null), ROOF);

    as(admin(newAgency(null))).body("{\"name\":\"x\"}").patch(path(sensor)).then().statusCode(404);
    as(Tokens.of(sensor.agency(), "duty-officer"))
        .body("{\"name\":\"x\"}")
        .patch(path(sensor))
        .then()
        .statusCode(403);
  }
}
