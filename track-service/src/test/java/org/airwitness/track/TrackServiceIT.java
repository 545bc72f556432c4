package org.airwitness.track;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import org.airwitness.contract.Headers;
import org.airwitness.contract.ProtobufSerializer;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.Observation;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "track"))
class TrackServiceIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");
  private static KafkaProducer<String, byte[]> producer;

  @TestHTTPResource("/api/v1/tracks/stream")
  URI streamUri;

  private final String agency = "agency-" + UUID.randomUUID();

  @BeforeAll
  static void connect() {
    String kafka = ConfigProvider.getConfig().getValue(Engines.KAFKA, String.class);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterAll
  static void disconnect() {
    producer.close();
  }

  @Test
  void makesOneTrackOfTwoSensorsHearingOneDrone() throws Exception {
    publish(observation("north", 0).build(), observation("south", 1).build());
    String id = awaitTrack(2);
    asViewer()
        .get("/api/v1/tracks/" + id)
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("droneId", equalTo("serial:1588E040445AC004418"))
        .body("idType", equalTo("serial"))
        .body("serial", equalTo("1588E040445AC004418"))
        .body("mac", equalTo(ObservationRecords.ADDRESS))
        .body("status", equalTo("live"))
        .body("flightStatus", equalTo("airborne"))
        .body("position.lat", equalTo(59.9139f))
        .body("position.lon", equalTo(10.7522f))
        .body("altitudes.geodeticM", equalTo(146.0f))
        .body("altitudes.pressureM", nullValue())
        .body("heightM", equalTo(52.5f))
        .body("heightReference", equalTo("takeoff"))
        .body("speedMps", equalTo(12.25f))
        .body("courseDeg", equalTo(287.0f))
        .body("verticalSpeedMps", equalTo(-1.5f))
        .body("sensors", equalTo(List.of("north", "south")))
        .body("firstSeenAt", equalTo("2026-03-01T12:00:00Z"))
        .body("lastSeenAt", equalTo("2026-03-01T12:00:01Z"));
  }

  @Test
  void showsPilotsToInvestigatorsAlone() throws Exception {
    publish(observation("north", 0).build());
    String id = awaitTrack(1);
    as("investigator")
        .get("/api/v1/tracks/" + id + "?purpose=case-17")
        .then()
        .body("operatorPosition.lat", equalTo(59.9101f))
        .body("operatorId", equalTo("FIN87astrdge12k8"));
    for (String role : List.of("viewer", "duty-officer", "agency-admin")) {
      as(role)
          .get("/api/v1/tracks/" + id)
          .then()
          .statusCode(200)
          .body("$", not(notNullValueUnder("operatorPosition")))
          .body("operatorId", nullValue());
    }
  }

  @Test
  void keepsHistoryInPagesInTheOrderOfTheSightings() throws Exception {
    publish(
        observation("north", 2).build(),
        observation("north", 0).build(),
        observation("south", 1).build());
    String id = awaitTrack(3);
    var first = asViewer().get("/api/v1/tracks/" + id + "/history?limit=2").then().statusCode(200);
    first.body("items", hasSize(2)).body("items[0].observedAt", equalTo("2026-03-01T12:00:00Z"));
    String next = first.extract().path("next");
    asViewer()
        .get("/api/v1/tracks/" + id + "/history?limit=2&after=" + next)
        .then()
        .body("items", hasSize(1))
        .body("items[0].observedAt", equalTo("2026-03-01T12:00:02Z"))
        .body("items[0].rssiDbm", equalTo(-72))
        .body("next", nullValue());
  }

  @Test
  void storesAnObservationOnceHoweverOftenItComes() throws Exception {
    Observation twice = observation("north", 0).build();
    publish(twice, twice);
    publish(twice, observation("north", 1).build());
    String id = awaitTrack(2);
    asViewer().get("/api/v1/tracks/" + id).then().body("sequence", equalTo(2));
    asViewer().get("/api/v1/observations/count").then().body("count", equalTo(2));
    asViewer().get("/api/v1/observations/count?sensor=south").then().body("count", equalTo(0));
  }

  @Test
  void answersAnotherAgencyAsIfNothingWereThere() throws Exception {
    publish(observation("north", 0).build());
    String id = awaitTrack(1);
    String foreign = Tokens.of("agency-foreign", "viewer");
    String unknown = UUID.randomUUID().toString();
    for (String path : List.of("", "/history")) {
      String there =
          given()
              .auth()
              .oauth2(foreign)
              .get("/api/v1/tracks/" + id + path)
              .then()
              .statusCode(404)
              .extract()
              .asString();
      String nowhere =
          given()
              .auth()
              .oauth2(foreign)
              .get("/api/v1/tracks/" + unknown + path)
              .then()
              .statusCode(404)
              .extract()
              .asString();
      assertThat(there).isEqualTo(nowhere);
    }
    given()
        .auth()
        .oauth2(foreign)
        .get("/api/v1/tracks")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    given().auth().oauth2(foreign).get("/api/v1/observations").then().body("items", hasSize(0));
  }

  @Test
  void selectsByBoxAndStatus() throws Exception {
    publish(observation("north", 0).build());
    String id = awaitTrack(1);
    asViewer().get("/api/v1/tracks?bbox=10,59,11,60").then().body("items.id", hasItem(id));
    asViewer().get("/api/v1/tracks?bbox=11,59,12,60").then().body("items", hasSize(0));
    asViewer().get("/api/v1/tracks?status=live").then().body("items.id", hasItem(id));
    asViewer().get("/api/v1/tracks?status=lost").then().body("items", hasSize(0));
  }

  @Test
  void saysWhatIsWrongWithARequest() {
    asViewer()
        .get("/api/v1/tracks?bbox=1,2,3")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("bbox"));
    asViewer()
        .get("/api/v1/tracks?status=gone")
        .then()
        .statusCode(400)
        .body("field", equalTo("status"));
    asViewer().get("/api/v1/tracks?limit=0").then().statusCode(400).body("field", equalTo("limit"));
    asViewer()
        .get("/api/v1/observations?from=yesterday")
        .then()
        .statusCode(400)
        .body("field", equalTo("from"));
    asViewer().get("/api/v1/tracks/not-a-uuid").then().statusCode(404);
  }

  @Test
  void asksForATokenOfARoleThatMayLook() {
    given().get("/api/v1/tracks").then().statusCode(401).contentType("application/problem+json");
    as("auditor")
        .get("/api/v1/tracks")
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given().auth().oauth2(Tokens.platformAdmin()).get("/api/v1/tracks").then().statusCode(403);
    given()
        .auth()
        .oauth2(Tokens.forAnotherAudience(agency, "viewer"))
        .get("/api/v1/tracks")
        .then()
        .statusCode(401);
  }

  @Test
  void streamsTheSnapshotAndEveryChangeOfTheOwnAgency() throws Exception {
    publish(observation("north", 0).build());
    String id = awaitTrack(1);
    List<String> lines = new CopyOnWriteArrayList<>();
    try (HttpClient client = HttpClient.newHttpClient()) {
      var request =
          HttpRequest.newBuilder(streamUri)
              .header("Authorization", "Bearer " + Tokens.of(agency, "viewer"))
              .header("Accept", "text/event-stream")
              .build();
      var response =
          client.sendAsync(
              request, HttpResponse.BodyHandlers.fromLineSubscriber(new LineSink(lines)));
      await()
          .atMost(LIMIT)
          .until(
              () -> lines.stream().anyMatch(line -> line.contains(id) && line.startsWith("data:")));
      publish(
          ObservationRecords.of("agency-stranger", "north", "1588E040445AC009999", T0).build(),
          observation("south", 1).build());
      await()
          .atMost(LIMIT)
          .until(() -> lines.stream().anyMatch(line -> line.contains("\"south\"")));
      response.cancel(true);
      client.shutdownNow();
    }
    assertThat(lines).anyMatch(line -> line.equals("event:track") || line.equals("event: track"));
    assertThat(lines).noneMatch(line -> line.contains("1588E040445AC009999"));
  }

  @Test
  void passesOverARecordThatDoesNotParse() throws Exception {
    send(agency, new byte[] {1, 2, 3, (byte) 0xff});
    send(agency, observation("north", 0).setAgencyId("Not An Agency").build().toByteArray());
    publish(observation("north", 1).build());
    awaitTrack(1);
  }

  private Observation.Builder observation(String sensor, long second) {
    return ObservationRecords.of(agency, sensor, "1588E040445AC004418", T0.plusSeconds(second));
  }

  private String awaitTrack(int observations) {
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            asViewer()
                .get("/api/v1/tracks")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].observationCount", equalTo(observations)));
    return asViewer().get("/api/v1/tracks").then().extract().path("items[0].id");
  }

  private RequestSpecification asViewer() {
    return as("viewer");
  }

  private RequestSpecification as(String role) {
    return given().auth().oauth2(Tokens.of(agency, role));
  }

  private static org.hamcrest.Matcher<Map<? extends String, ?>> notNullValueUnder(String key) {
    return org.hamcrest.Matchers.hasEntry(equalTo(key), notNullValue());
  }

  private static void publish(Observation... observations)
      throws ExecutionException, InterruptedException {
    try (var serializer = new ProtobufSerializer()) {
      for (Observation observation : observations) {
        var record =
            new ProducerRecord<>(
                Topics.OBSERVATIONS,
                null,
                observation.getAgencyId(),
                serializer.serialize(Topics.OBSERVATIONS, observation),
                Headers.of(observation.getAgencyId(), observation));
        producer.send(record).get();
      }
    }
  }

  private static void send(String key, byte[] value) throws Exception {
    producer.send(new ProducerRecord<>(Topics.OBSERVATIONS, key, value)).get();
  }

  private record LineSink(List<String> lines)
      implements java.util.concurrent.Flow.Subscriber<String> {
    @Override
    public void onSubscribe(java.util.concurrent.Flow.Subscription subscription) {
      subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      lines.add(line);
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
