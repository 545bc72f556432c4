package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.airwitness.ingest.store.SensorStore;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.testing.Engines;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ConnectionsIT extends IngestIT {
  @Inject SensorStore sensors;

  private static final String NOT_AUTHORIZED = "CONNECTION_REFUSED_NOT_AUTHORIZED";

  @ParameterizedTest
  @CsvSource({"true,true,wrong", "false,true,right", "true,false,right", "true,true,"})
  void refusesEveryWrongCredentialAlike(boolean sensorKnown, boolean agencyKnown, String password) {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    String username =
        (sensorKnown ? sensor.id() : "nobody") + "@" + (agencyKnown ? sensor.agency() : "nowhere");
    String sent = "right".equals(password) ? sensor.password() : password;

    assertThatThrownBy(() -> new SensorClient(vertx, listener.port(), username, sent).connect())
        .hasMessageContaining(NOT_AUTHORIZED);
  }

  @Test
  void refusesAUserNameWithoutAgency() {
    assertThatThrownBy(() -> new SensorClient(vertx, listener.port(), "roof", "secret").connect())
        .hasMessageContaining(NOT_AUTHORIZED);
  }

  @Test
  void deletingASensorEndsItsConnection() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    SensorClient client = client(sensor).connect();

    as(admin(sensor.agency())).delete("/api/v1/sensors/" + sensor.id()).then().statusCode(204);

    eventually().until(client::isClosed);
    assertThatThrownBy(() -> client(sensor).connect()).hasMessageContaining(NOT_AUTHORIZED);
  }

  @Test
  void deletingASensorOnAnotherInstanceEndsItsConnectionSoon() throws Throwable {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    SensorClient client = client(sensor).connect();

    VertxContextSupport.subscribeAndAwait(
        () -> sensors.remove(new AgencyId(sensor.agency()), sensor.id()));

    Awaitility.await().atMost(Duration.ofSeconds(5)).until(client::isClosed);
  }

  @Test
  void aNewPasswordReplacesTheOldOneAtOnce() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    SensorClient client = client(sensor).connect();

    String password =
        as(admin(sensor.agency()))
            .post("/api/v1/sensors/" + sensor.id() + "/credentials")
            .then()
            .statusCode(200)
            .extract()
            .path("password");

    eventually().until(client::isClosed);
    assertThatThrownBy(() -> client(sensor).connect()).hasMessageContaining(NOT_AUTHORIZED);
    new SensorClient(vertx, listener.port(), sensor.username(), password).connect().close();
  }

  @Test
  void aSensorOnlyHearsItsOwnReceipts() {
    Registered sensor = newSensor(newAgency(null), "native");
    Registered neighbour = newSensor(sensor.agency(), "native");
    try (SensorClient client = client(sensor).connect()) {
      assertThat(client.subscribe("s/" + neighbour.id() + "/receipt")).isEqualTo(0x80);
      assertThat(client.subscribe("s/+/receipt")).isEqualTo(0x80);
      assertThat(client.subscribe("#")).isEqualTo(0x80);
      assertThat(client.subscribe("s/" + sensor.id() + "/receipt")).isEqualTo(1);
    }
  }

  @Test
  void aForeignTopicEndsTheConnection() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    SensorClient client = client(sensor).connect();

    client.publish("s/somebody-else/obs", "{}");

    eventually().until(client::isClosed);
    assertThat(client.acknowledged()).isEmpty();
  }

  @Test
  void aRetainedMessageEndsTheConnection() {
    SensorClient client = client(newSensor(newAgency(null), "dronescout")).connect();

    client.publish("t", "{}", MqttQoS.AT_LEAST_ONCE, true);

    eventually().until(client::isClosed);
  }

  @Test
  void qosTwoEndsTheConnection() {
    SensorClient client = client(newSensor(newAgency(null), "dronescout")).connect();

    client.publish("t", "{}", MqttQoS.EXACTLY_ONCE, false);

    eventually().until(client::isClosed);
  }

  @Test
  void aMessageAboveTheLimitEndsTheConnection() {
    SensorClient client = client(newSensor(newAgency(null), "dronescout")).connect();

    client.publish("t", "x".repeat(300_000));

    eventually().until(client::isClosed);
    assertThat(client.acknowledged()).isEmpty();
  }
}
