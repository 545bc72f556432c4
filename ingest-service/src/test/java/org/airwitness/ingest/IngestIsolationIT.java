package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import org.airwitness.ingest.mqtt.MqttListener;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.testing.AgencyIsolation;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class IngestIsolationIT extends AgencyIsolation {
  @Inject Vertx vertx;
  @Inject MqttListener listener;

  /** Leaves a row in every table, so that hidden rows are really hidden. */
  @BeforeEach
  void fillEveryTable() {
    IngestIT.eventually().until(listener::isListening);
    IngestIT.Registered sensor = IngestIT.newSensor(IngestIT.newAgency(null), "dronescout");
    try (SensorClient client =
        new SensorClient(vertx, listener.port(), sensor.username(), sensor.password()).connect()) {
      IngestIT.send(client, "t", "not json");
    }
    IngestIT.eventually()
        .untilAsserted(() -> {
          assertThat(count(sensor, "/api/v1/quarantine", "items.size()")).isEqualTo(1);
          assertThat(
                  count(
                      sensor, "/api/v1/sensors/" + sensor.id(), "counters.quarantined.json-syntax"))
              .isEqualTo(1);
        });
    String admin = IngestIT.admin(sensor.agency());
    String id = IngestIT.as(admin).get("/api/v1/quarantine").then().extract().path("items[0].id");
    IngestIT.as(admin).get("/api/v1/quarantine/" + id).then().statusCode(200);
  }

  private static Integer count(IngestIT.Registered sensor, String path, String what) {
    return IngestIT.as(IngestIT.admin(sensor.agency())).get(path).then().extract().path(what);
  }
}
