package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import org.airwitness.contract.Topics;
import org.airwitness.ingest.testing.ClosedTopic;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.ingest.testing.SensorClient;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sensors that speak HTTP, and sensors that sign tokens. */
@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class HttpIngestIT extends IngestIT {
  private static String message(int number) {
    return Drone.named(SERIAL).moved(number).droneScoutJson(1_800_000_000_000L + number);
  }

  private static RequestSpecification body(String contentType, String body) {
    return RestAssured.given()
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs(contentType, io.restassured.http.ContentType.TEXT)))
        .contentType(contentType)
        .body(body.getBytes(StandardCharsets.UTF_8));
  }

  private static ValidatableResponse post(Registered sensor, String contentType, String body) {
    return body(contentType, body)
        .auth()
        .preemptive()
        .basic(sensor.username(), sensor.password())
        .post("/api/v1/sensors/" + sensor.id() + "/messages")
        .then();
  }

  @Test
  void takesOneMessage() {
    Registered sensor = newSensor(newAgency(null), "native");
    String batch =
        new NativeBatch(sensor.id(), 1, Instant.now())
            .with(Drone.named(SERIAL).pack())
            .item("{\"tr\":\"wifi-beacon\"}")
            .json();

    post(sensor, "application/json", batch)
        .statusCode(200)
        .body("lines", hasSize(1))
        .body("lines[0].accepted", is(1))
        .body("lines[0].rejected[0].i", is(1))
        .body("lines[0].rejected[0].reason", equalTo("field-missing"));

    assertThat(observations(sensor.agency())).hasSize(1);
    post(sensor, "application/json", batch).statusCode(200).body("lines[0].accepted", is(0));
    assertThat(observations(sensor.agency())).hasSize(1);
  }

  @Test
  void tellsOfEachLineWhatBecameOfIt() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    String lines = message(1) + "\r\n" + message(2) + "\n\nnot json\n" + message(1) + "\n";

    post(sensor, "application/x-ndjson", lines)
        .statusCode(200)
        .body("lines", hasSize(4))
        .body("lines[0].accepted", is(1))
        .body("lines[1].accepted", is(1))
        .body("lines[2].accepted", is(0))
        .body("lines[2].rejected[0].reason", equalTo("json-syntax"))
        .body("lines[3].accepted", is(0))
        .body("lines[3].duplicate", is(1));

    assertThat(observations(sensor.agency()))
        .extracting(observation -> observation.getObservationId())
        .hasSizeGreaterThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nobody", "wrong-password", "another-sensor", "person", "digest"})
  void refusesEveryoneElseAlike(String who) {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    Registered neighbour = newSensor(sensor.agency(), "dronescout");
    RequestSpecification request = body("application/json", message(1));
    switch (who) {
      case "wrong-password" -> request.auth().preemptive().basic(sensor.username(), "wrong");
      case "another-sensor" ->
          request.auth().preemptive().basic(neighbour.username(), neighbour.password());
      case "person" -> request.auth().oauth2(admin(sensor.agency()));
      case "digest" -> request.header("Authorization", "Digest username=x");
      default -> {}
    }

    request
        .post("/api/v1/sensors/" + sensor.id() + "/messages")
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .header("WWW-Authenticate", "Basic realm=\"sensor\", Bearer");
    assertThat(observations(sensor.agency())).isEmpty();
  }

  @Test
  void refusesWhatIsTooLarge() {
    Registered sensor = newSensor(newAgency(null), "dronescout");

    post(sensor, "application/json", "x".repeat(262_145)).statusCode(413);
    post(sensor, "application/x-ndjson", "{}\n".repeat(1001)).statusCode(413);
  }

  @Test
  void asksAFastSensorToComeBackLater() {
    String agency = newAgency(null);
    as(Tokens.platformAdmin())
        .body("{\"limits\":{\"sensorMessagesPerSecond\":1}}")
        .patch("/api/v1/agencies/" + agency)
        .then()
        .statusCode(200);
    Registered sensor = newSensor(agency, "dronescout");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 100; i++) {
      lines.append(message(i)).append('\n');
    }

    post(sensor, "application/x-ndjson", lines.toString()).statusCode(200);

    int wait =
        Integer.parseInt(
            post(sensor, "application/json", message(1))
                .statusCode(429)
                .extract()
                .header("Retry-After"));
    assertThat(wait).isBetween(60, 91);
  }

  @Test
  void saysThatNothingIsKeptYetWhileTheBusTakesNothing() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    try (var _ = new ClosedTopic(kafka, Topics.OBSERVATIONS)) {
      post(sensor, "application/json", message(1))
          .statusCode(503)
          .contentType("application/problem+json")
          .header("Retry-After", "5");
      assertThat(observations(sensor.agency())).isEmpty();
    }

    eventually()
        .untilAsserted(() ->
            post(sensor, "application/json", message(1))
                .statusCode(200)
                .body("lines[0].accepted", is(1)));
    assertThat(observations(sensor.agency())).hasSize(1);
  }

  @Test
  void aTokenTheSensorSignedIsGoodForHttpAndMqtt() throws GeneralSecurityException {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String path = "/api/v1/sensors/" + sensor.id();
    String publicKey = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    as(admin(sensor.agency()))
        .body(new JsonObject().put("publicKey", publicKey).encode())
        .put(path + "/credentials/token-key")
        .then()
        .statusCode(204);
    String token = token(sensor, key, 60);

    body("application/json", message(1))
        .header("Authorization", "Bearer " + token)
        .post(path + "/messages")
        .then()
        .statusCode(200)
        .body("lines[0].accepted", is(1));
    SensorClient client =
        new SensorClient(vertx, listener.port(), sensor.username(), token).connect();
    send(client, "t", message(2));

    as(admin(sensor.agency())).delete(path + "/credentials/token-key").then().statusCode(204);

    eventually().until(client::isClosed);
    assertThatThrownBy(
            () -> new SensorClient(vertx, listener.port(), sensor.username(), token).connect())
        .hasMessageContaining("CONNECTION_REFUSED_NOT_AUTHORIZED");
    client(sensor).connect().close();
  }

  @Test
  void aConnectionEndsWhenItsTokenExpires() throws GeneralSecurityException {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    KeyPair key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String publicKey =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(key.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n";
    as(admin(sensor.agency()))
        .body(new JsonObject().put("publicKey", publicKey).encode())
        .put("/api/v1/sensors/" + sensor.id() + "/credentials/token-key")
        .then()
        .statusCode(204);

    SensorClient client =
        new SensorClient(vertx, listener.port(), sensor.username(), token(sensor, key, 3))
            .connect();

    eventually().until(client::isClosed);
  }

  private static String token(Registered sensor, KeyPair key, int seconds)
      throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    String claims =
        "{\"sub\":\"%s\",\"aud\":\"airwitness\",\"iat\":%d,\"exp\":%d}"
            .formatted(sensor.username(), now, now + seconds);
    var base64 = Base64.getUrlEncoder().withoutPadding();
    String signed =
        base64.encodeToString("{\"alg\":\"EdDSA\"}".getBytes(StandardCharsets.UTF_8))
            + "."
            + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.UTF_8));
    return signed + "." + base64.encodeToString(signature.sign());
  }
}
