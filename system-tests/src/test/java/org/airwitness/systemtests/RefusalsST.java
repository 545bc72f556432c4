package org.airwitness.systemtests;

import static org.airwitness.systemtests.driver.TimeLimit.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.airwitness.systemtests.driver.Agency;
import org.airwitness.systemtests.driver.Airwitness;
import org.airwitness.systemtests.driver.AirwitnessExtension;
import org.airwitness.systemtests.driver.Api;
import org.airwitness.systemtests.driver.DroneScoutMessage;
import org.airwitness.systemtests.driver.MqttSensor;
import org.airwitness.systemtests.driver.NativeBatch;
import org.airwitness.systemtests.driver.Place;
import org.airwitness.systemtests.driver.RemoteId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not taken, and how whoever sent it learns why. */
@Order(3)
@ExtendWith(AirwitnessExtension.class)
class RefusalsST {
  private static final String SERIAL = "1581F4XFC23B0042K7QA";
  private static final Place SOMEWHERE = new Place(59.9, 10.7);
  private static final int NOT_AUTHORIZED = 5;

  private final Airwitness airwitness;
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private Agency police;
  private Agency coastGuard;
  private Agency.Account roof;
  private MqttSensor scout;
  private MqttSensor mast;

  RefusalsST(Airwitness airwitness) {
    this.airwitness = airwitness;
  }

  @BeforeAll
  void register() {
    police = Agency.register(airwitness, "strict");
    coastGuard = Agency.register(airwitness, "strict-coast");
    roof = police.addSensor("roof-1", "dronescout");
    scout = new MqttSensor(airwitness.mqttAddress(), roof);
    mast = police.connectSensor("mast-1", "native");
  }

  @AfterAll
  void close() {
    scout.close();
    mast.close();
  }

  @Test
  void refusesAWrongPassword() {
    assertThat(MqttSensor.connackOf(airwitness.mqttAddress(), roof.username(), roof.password()))
        .isZero();
    assertThat(MqttSensor.connackOf(airwitness.mqttAddress(), roof.username(), "wrong"))
        .isEqualTo(NOT_AUTHORIZED);
  }

  @Test
  void refusesASensorThatIsNotRegistered() {
    assertThat(
            MqttSensor.connackOf(
                airwitness.mqttAddress(), "nobody@" + police.id(), roof.password()))
        .isEqualTo(NOT_AUTHORIZED);
  }

  @Test
  void refusesASensorInTheNameOfAnotherAgency() {
    coastGuard.addSensor("roof-1", "dronescout");

    assertThat(
            MqttSensor.connackOf(
                airwitness.mqttAddress(), "roof-1@" + coastGuard.id(), roof.password()))
        .isEqualTo(NOT_AUTHORIZED);
  }

  @Test
  void quarantinesWhatIsNotJsonWithItsBytes() throws IOException {
    String payload = "{\"data\": oops}";

    scout.deliver("/sensor/roof-1/upload", payload);

    String id = quarantined("roof-1", "json-syntax").path("id").asText();
    JsonNode item = police.admin().read("/quarantine/" + id);
    assertThat(item.path("payload").binaryValue()).isEqualTo(payload.getBytes());
    assertThat(item.path("payloadBytes").asInt()).isEqualTo(payload.length());
    assertThat(item.path("topic").asText()).isEqualTo("/sensor/roof-1/upload");
  }

  @Test
  void quarantinesAStructureOfAnotherBuild() {
    DroneScoutMessage drone = new DroneScoutMessage(SERIAL, SOMEWHERE, now);

    scout.deliver("/x", drone.json(Arrays.copyOf(drone.structure(), 917)));

    assertThat(quarantined("roof-1", "struct-length").path("detail").asText())
        .contains("917")
        .contains("920");
  }

  @Test
  void namesTheOtherFormatAMessageLooksLike() {
    scout.deliver("/x", batch("mast-1", 1).json());

    assertThat(quarantined("roof-1", "other-format").path("detail").asText())
        .contains("native")
        .contains("dronescout");
  }

  @Test
  void quarantinesABatchThatNamesAnotherSensor() {
    mast.deliver("s/mast-1/obs", batch("mast-2", 2).json());

    assertThat(quarantined("mast-1", "sensor-mismatch").path("detail").asText()).contains("sensor");
  }

  @Test
  void keepsTheGoodItemsOfABatchWithABadOne() {
    NativeBatch batch = batch("mast-1", 3);
    batch.with(now, "wifi-beacon", "02:00:00:00:00:02", -50, "abc");

    mast.deliver("s/mast-1/obs", batch.json());

    assertThat(quarantined("mast-1", "hex-invalid").path("detail").asText()).contains("items[1]");
    eventually(10)
        .untilAsserted(
            () -> assertThat(police.as("viewer").list("/observations?sensor=mast-1")).hasSize(1));
  }

  @Test
  void closesTheConnectionOfASensorThatUsesATopicOfAnother() {
    try (MqttSensor intruder = police.connectSensor("mast-3", "native")) {
      var acknowledged = intruder.publish("s/mast-1/obs", batch("mast-1", 4).json());

      eventually(10).until(() -> intruder.connectionsLost() > 0);
      assertThat(acknowledged).isNotDone();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /sensors | {"id":"x-1","name":"X","format":"dronescoot"} | format | dronescout
          /sensors | {"id":"X 1","name":"X","format":"native"} | id | a-z
          /sensors | {"id":"x-1","format":"native"} | name | name
          /sensors | {"id":"x-1","name":"X","format":"native","position":{"lat":91,"lon":0}} | position | 90
          /subscriptions | {"type":"pigeon","url":"http://127.0.0.1:9/x"} | type | webhook
          /subscriptions | {"type":"webhook","url":"http://127.0.0.1:9/x","events":["alert.gone"]} | events | alert.raised
          /zones | {"type":"Feature","geometry":{"type":"Point","coordinates":[10,59]},"properties":{"name":"Z","restriction":"FORBIDDEN","radiusM":10}} | restriction | PROHIBITED
          /zones/import?format=shapefile | {} | format | geojson
          """)
  void namesTheFieldAndWhatIsAllowed(String path, String body, String field, String allowed) {
    assertRefused(police.admin().post(path, body), field, allowed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /tracks?limit=0 | limit | 1000
          /tracks?bbox=1,2,3 | bbox | north
          /tracks?status=flying | status | live
          /alerts?state=open | state | raised
          /zones?bbox=10,60,11,59 | bbox | north
          """)
  void namesTheParameterAndWhatIsAllowed(String path, String field, String allowed) {
    assertRefused(police.admin().get(path), field, allowed);
  }

  private static void assertRefused(Api.Answer answer, String field, String allowed) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.json().path("status").asInt()).isEqualTo(400);
    assertThat(answer.json().path("field").asText()).contains(field);
    assertThat(answer.json().path("detail").asText()).contains(allowed);
  }

  @Test
  void asksForAToken() {
    for (String path :
        List.of("/agencies", "/sensors", "/quarantine", "/tracks", "/zones", "/alerts")) {
      for (String token : Arrays.asList(null, "a.b.c")) {
        Api.Answer answer = airwitness.api(token).get(path);
        assertThat(answer.status()).as(path + " with token " + token).isEqualTo(401);
        assertThat(answer.contentType()).as(path).startsWith("application/problem+json");
      }
    }
  }

  @Test
  void refusesRolesThatMayNot() {
    Api viewer = police.as("viewer");

    assertForbidden(viewer.get("/sensors"));
    assertForbidden(viewer.get("/quarantine"));
    assertForbidden(viewer.post("/sensors", "{}"));
    assertForbidden(viewer.post("/zones", "{}"));
    assertForbidden(viewer.get("/subscriptions"));
    assertForbidden(viewer.post("/alerts/" + java.util.UUID.randomUUID() + "/acknowledge", "{}"));
    assertForbidden(police.admin().get("/agencies"));
    assertForbidden(airwitness.asPlatformAdmin().get("/tracks"));
  }

  private static void assertForbidden(Api.Answer answer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(403);
    assertThat(answer.contentType()).startsWith("application/problem+json");
  }

  private NativeBatch batch(String sensor, long sequence) {
    return new NativeBatch(sensor, sequence, now)
        .with("wifi-beacon", "02:00:00:00:00:01", RemoteId.pack(SERIAL, SOMEWHERE, now));
  }

  private JsonNode quarantined(String sensor, String reason) {
    String path = "/quarantine?sensor=" + sensor + "&reason=" + reason;
    eventually(10).untilAsserted(() -> assertThat(police.admin().list(path)).hasSize(1));
    return police.admin().list(path).getFirst();
  }
}
