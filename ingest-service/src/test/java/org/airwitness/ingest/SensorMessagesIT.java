package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.Observation;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.ingest.testing.BusTap;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class SensorMessagesIT extends IngestIT {

  @Test
  void acknowledgesADroneScoutMessageWhenItIsOnTheBus() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    try (SensorClient client = client(sensor).connect()) {
      send(client, "anything", Drone.named(SERIAL).droneScoutJson(nowMs()));

      assertThat(observations(sensor.agency()))
          .singleElement()
          .satisfies(observation -> {
            assertThat(observation.getIdentity().getDroneId()).isEqualTo("serial:" + SERIAL);
            assertThat(observation.getFix().getPosition().getLatE7()).isEqualTo(599_139_000);
            assertThat(observation.getSensorId()).isEqualTo(sensor.id());
          });
    }
  }

  @Test
  void publishesOnceWhatASensorSendsTwice() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    String message = Drone.named(SERIAL).droneScoutJson(nowMs());
    try (SensorClient client = client(sensor).connect()) {
      send(client, "t", message);
      send(client, "t", message);

      assertThat(observations(sensor.agency())).hasSize(1);
    }
    eventually()
        .untilAsserted(() ->
            as(admin(sensor.agency()))
                .get("/api/v1/sensors/" + sensor.id())
                .then()
                .body("counters.accepted", is(1))
                .body("counters.duplicate", is(1))
                .body("status", equalTo("online")));
  }

  @Test
  void quarantinesWhatCannotBeReadAndAcknowledgesIt() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    try (SensorClient client = client(sensor).connect()) {
      send(client, "roof", "{\"protocol\":1.0,\"data\":{\"UASdata\":\"!\"}}");
    }
    eventually()
        .untilAsserted(() ->
            as(Tokens.of(sensor.agency(), "duty-officer"))
                .get("/api/v1/quarantine?sensor=" + sensor.id())
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("base64-invalid"))
                .body("items[0].topic", equalTo("roof"))
                .body("items[0].payloadBytes", is(39)));
    eventually()
        .untilAsserted(() ->
            as(admin(sensor.agency()))
                .get("/api/v1/sensors/" + sensor.id())
                .then()
                .body("counters.quarantined.base64-invalid", is(1)));
  }

  @Test
  void answersANativeBatchWithAReceipt() {
    Registered sensor = newSensor(newAgency(null), "native");
    String batch =
        new NativeBatch(sensor.id(), 1, Instant.now())
            .with(Drone.named(SERIAL).pack())
            .item("{\"tr\":\"wifi-beacon\"}")
            .json();
    try (SensorClient client = client(sensor).connect()) {
      assertThat(client.subscribe("s/" + sensor.id() + "/receipt")).isEqualTo(1);

      client.publish("s/" + sensor.id() + "/obs", batch);

      eventually().until(() -> !client.received().isEmpty());
      assertThat(client.received())
          .containsExactly(
              new JsonObject(
                  """
                  {"v":1,"boot":7,"seq":1,"accepted":1,
                   "rejected":[{"i":1,"reason":"field-missing"}]}
                  """));
    }
  }

  @Test
  void reportsTheRadioOfANativeSensor() {
    Registered sensor = newSensor(newAgency(null), "native");
    send(sensor, new NativeBatch(sensor.id(), 1, Instant.now()).json());
    assertThat(BusTap.read(kafka, Topics.SENSOR_STATUS, sensor.agency(), SensorStatus.parser()))
        .singleElement()
        .satisfies(status -> assertThat(status.getFramesHeard()).isEqualTo(12041));
  }

  @Test
  void sharedSightingsReachTheAgencyWhoseRegionTheyAreIn() {
    String inside = newAgency(OSLO);
    Registered sensor =
        newSensor(
            newAgency(null), new JsonObject().put("format", "dronescout").put("shared", true));
    eventually()
        .untilAsserted(() -> {
          send(sensor, Drone.named(SERIAL).droneScoutJson(nowMs()));
          assertThat(observations(inside)).isNotEmpty();
        });
    List<Observation> seen = observations(inside);
    List<Observation> owned = observations(sensor.agency());
    assertThat(seen).allMatch(o -> o.getSensorAgencyId().equals(sensor.agency()));
    assertThat(seen)
        .extracting(Observation::getObservationId)
        .doesNotContainAnyElementsOf(owned.stream().map(Observation::getObservationId).toList());
  }

  @Test
  void takesQosZeroWithoutAcknowledgement() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    try (SensorClient client = client(sensor).connect()) {
      client.publish("t", Drone.named(SERIAL).droneScoutJson(nowMs()), MqttQoS.AT_MOST_ONCE, false);

      eventually().untilAsserted(() -> assertThat(observations(sensor.agency())).hasSize(1));
    }
  }

  private static long nowMs() {
    return System.currentTimeMillis();
  }
}
