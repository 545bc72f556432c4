package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.contract.Topics;
import org.airwitness.contract.v1.Observation;
import org.airwitness.ingest.core.Registry;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.ingest.door.Door;
import org.airwitness.ingest.store.QuarantineSearch;
import org.airwitness.ingest.testing.ClosedTopic;
import org.airwitness.ingest.testing.Drone;
import org.airwitness.ingest.testing.NativeBatch;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was refused is found, looked at, and let in again once what was wrong is put right. */
@QuarkusTest
@WithTestResource(
    value = Engines.class,
    initArgs = @ResourceArg(name = "service", value = "ingest"))
class ResubmissionIT extends IngestIT {
  private static final String QUARANTINE = "/api/v1/quarantine";

  @Inject Door door;
  @Inject Registry registry;
  @Inject QuarantineSearch search;

  @Test
  void aMessageInAnotherFormatIsLetInOnceItsSensorHasThatFormat() {
    Registered sensor = newSensor(newAgency(null), "native");
    String message = message(1);
    send(sensor, message);
    JsonPath refused = only(sensor, "open");
    Instant arrivedAt = Instant.parse(refused.getString("items[0].receivedAt"));
    String id = refused.getString("items[0].id");
    assertThat(refused.getString("items[0].reason")).isEqualTo("other-format");
    assertCounters(sensor, 0, 0, Map.of("other-format", 1));

    give(sensor, "dronescout");
    resubmit(sensor, id)
        .body("accepted", is(1))
        .body("duplicate", is(0))
        .body("quarantined", anEmptyMap())
        .body("staying", hasSize(0));

    assertThat(observations(sensor.agency()))
        .singleElement()
        .satisfies(observation -> {
          assertThat(observation.getIdentity().getDroneId()).isEqualTo("serial:" + SERIAL);
          assertThat(observation.getArrivedAtUs()).isEqualTo(micros(arrivedAt));
          assertThat(observation.getSensorId()).isEqualTo(sensor.id());
        });
    list(sensor, "open").body("items", hasSize(0));
    list(sensor, "resubmitted")
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(id))
        .body("items[0].reason", equalTo("other-format"))
        .body("items[0].state", equalTo("resubmitted"))
        .body("items[0].triedBy", equalTo("agency-admin@" + sensor.agency()))
        .body("items[0].triedAt", notNullValue())
        .body("items[0].tries", is(1));
    assertCounters(sensor, 1, 0, Map.of());
  }

  @Test
  void lettingInTwiceIsOneObservation() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, message(1));
    give(sensor, "dronescout");

    resubmit(sensor, id).body("accepted", is(1));
    resubmit(sensor, id).body("accepted", is(0)).body("duplicate", is(1));
    send(sensor, message(1));

    assertThat(observations(sensor.agency())).hasSize(1);
    assertCounters(sensor, 1, 1, Map.of());
  }

  /** As if the service had been killed when Kafka had accepted and nothing was marked yet. */
  @Test
  void aCrashAfterPublishingLeadsToADuplicate() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, message(1));
    give(sensor, "dronescout");
    publishWithoutMarking(sensor, id);
    list(sensor, "open").body("items", hasSize(1));

    resubmit(sensor, id).body("accepted", is(0)).body("duplicate", is(1));

    assertThat(observations(sensor.agency())).extracting(Observation::getObservationId).hasSize(1);
    list(sensor, "open").body("items", hasSize(0));
    assertCounters(sensor, 0, 1, Map.of());
  }

  @Test
  void whatTheBusDoesNotTakeStaysOpen() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, message(1));
    give(sensor, "dronescout");
    try (var _ = new ClosedTopic(kafka, Topics.OBSERVATIONS)) {
      as(admin(sensor.agency()))
          .post(QUARANTINE + "/" + id + "/resubmit")
          .then()
          .statusCode(503)
          .contentType("application/problem+json");
      list(sensor, "open").body("items", hasSize(1)).body("items[0].tries", is(0));
    }

    eventually().untilAsserted(() -> resubmit(sensor, id).body("accepted", is(1)));
    list(sensor, "open").body("items", hasSize(0));
    assertThat(observations(sensor.agency())).hasSize(1);
  }

  private void publishWithoutMarking(Registered sensor, String id) {
    SensorKey key = new SensorKey(new AgencyId(sensor.agency()), sensor.id());
    Sensor known = registry.find(key).toCompletableFuture().join().orElseThrow().sensor();
    var entry =
        search
            .entries(key.agency(), List.of(UUID.fromString(id)))
            .await()
            .indefinitely()
            .getFirst();
    door.passAgain(known, entry.again()).toCompletableFuture().join();
  }

  @Test
  void whatFailsAgainStaysWithItsNewReason() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, "{\"protocol\":1.0,\"data\":{\"UASdata\":\"!\"}}");
    assertCounters(sensor, 0, 0, Map.of("other-format", 1));
    give(sensor, "dronescout");

    resubmit(sensor, id)
        .body("accepted", is(0))
        .body("quarantined.base64-invalid", is(1))
        .body("staying", hasSize(1))
        .body("staying[0].id", equalTo(id))
        .body("staying[0].reason", equalTo("base64-invalid"))
        .body("staying[0].detail", containsString("UASdata"));

    list(sensor, "open")
        .body("items", hasSize(1))
        .body("items[0].reason", equalTo("base64-invalid"))
        .body("items[0].firstReason", equalTo("other-format"))
        .body("items[0].tries", is(1));
    assertCounters(sensor, 0, 0, Map.of("base64-invalid", 1));
    resubmit(sensor, id).body("quarantined.base64-invalid", is(1));
    list(sensor, "open").body("items", hasSize(1)).body("items[0].tries", is(2));
    assertCounters(sensor, 0, 0, Map.of("base64-invalid", 1));
  }

  @Test
  void ofAMessageOfSeveralTheBadOnesStayAsItems() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id =
        refused(
            sensor, message(1) + "{\"protocol\":1.0,\"data\":{\"UASdata\":\"!\"}}" + message(2));
    give(sensor, "dronescout");

    resubmit(sensor, id)
        .body("accepted", is(2))
        .body("quarantined.base64-invalid", is(1))
        .body("staying", hasSize(0));

    JsonPath left = only(sensor, "open");
    assertThat(left.getString("items[0].reason")).isEqualTo("base64-invalid");
    assertThat(left.getInt("items[0].item")).isEqualTo(1);
    assertThat(left.getString("items[0].id")).isNotEqualTo(id);
    assertCounters(sensor, 2, 0, Map.of("base64-invalid", 1));
  }

  @Test
  void anItemOfANativeBatchIsTriedWithItsBatchAndStillWrong() {
    Registered sensor = newSensor(newAgency(null), "native");
    String batch =
        new NativeBatch(sensor.id(), 3, Instant.now())
            .with(Drone.named(SERIAL).pack())
            .item("{\"tr\":\"wifi-beacon\"}")
            .json();
    send(sensor, batch);
    JsonPath item = only(sensor, "open");
    assertThat(item.getInt("items[0].item")).isEqualTo(1);
    String id = item.getString("items[0].id");

    resubmit(sensor, id).body("quarantined.field-missing", is(1));
    detail(sensor, id)
        .body("text", equalTo("{\"tr\":\"wifi-beacon\"}"))
        .body("envelope", containsString("\"boot\":7,\"seq\":3"));
    send(sensor, batch);

    assertThat(observations(sensor.agency())).hasSize(1);
    assertCounters(sensor, 1, 2, Map.of("field-missing", 1));
  }

  @Test
  void whatASearchFindsIsLetInPassByPassOldestFirst() {
    Registered sensor = newSensor(newAgency(null), "native");
    for (int i = 1; i <= 5; i++) {
      send(sensor, i == 1 ? "{\"protocol\":1.0,\"data\":{}}" : message(i));
    }
    eventually().untilAsserted(() -> list(sensor, "open").body("items", hasSize(5)));
    give(sensor, "dronescout");
    String search = QUARANTINE + "/resubmit?reason=other-format&limit=2&sensor=" + sensor.id();

    JsonPath first = post(sensor, search);
    JsonPath second = post(sensor, search + "&after=" + first.getString("next"));
    JsonPath third = post(sensor, search + "&after=" + second.getString("next"));

    assertThat(first.getInt("accepted")).isEqualTo(1);
    assertThat(first.getList("staying")).hasSize(1);
    assertThat(first.getInt("remaining")).isEqualTo(3);
    assertThat(second.getInt("accepted")).isEqualTo(2);
    assertThat(second.getInt("remaining")).isEqualTo(1);
    assertThat(third.getInt("accepted")).isEqualTo(1);
    assertThat(third.getInt("remaining")).isZero();
    assertThat(third.getString("next")).isNull();
    assertThat(observations(sensor.agency())).hasSize(4);
    list(sensor, "open").body("items", hasSize(1));
  }

  @Test
  void nothingIsLetInOfASensorThatIsGone() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, message(1));
    as(admin(sensor.agency())).delete("/api/v1/sensors/" + sensor.id()).then().statusCode(204);

    resubmit(sensor, id)
        .body("quarantined.unknown-sensor", is(1))
        .body("staying[0].detail", containsString("not registered"));
    detail(sensor, id).body("hint", containsString("not registered"));

    assertThat(observations(sensor.agency())).isEmpty();
    list(sensor, "open").body("items", hasSize(1));
  }

  /** Its counters begin anew, so that nothing refused before is taken off them. */
  @Test
  void aSensorRegisteredAnewGetsBackWhatItSentBefore() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, message(1));
    assertCounters(sensor, 0, 0, Map.of("other-format", 1));
    as(admin(sensor.agency())).delete("/api/v1/sensors/" + sensor.id()).then().statusCode(204);
    as(admin(sensor.agency()))
        .body("{\"id\":\"%s\",\"name\":\"Roof\",\"format\":\"dronescout\"}".formatted(sensor.id()))
        .post("/api/v1/sensors")
        .then()
        .statusCode(201);

    resubmit(sensor, id).body("accepted", is(1));

    assertThat(observations(sensor.agency())).hasSize(1);
    assertCounters(sensor, 1, 0, Map.of());
  }

  @Test
  void aBatchWhoseNumberIsTakenIsNotLetIn() {
    Registered sensor = newSensor(newAgency(null), "native");
    Drone drone = Drone.named(SERIAL);
    send(sensor, new NativeBatch(sensor.id(), 1, Instant.now()).with(drone.pack()).json());
    String id =
        refused(
            sensor,
            new NativeBatch(sensor.id(), 1, Instant.now()).with(drone.at(1, 1).pack()).json());

    resubmit(sensor, id)
        .body("quarantined.sequence-conflict", is(1))
        .body("staying[0].detail", containsString("number of its own"));

    assertThat(observations(sensor.agency())).hasSize(1);
  }

  @Test
  void theDetailHasTheBytesInEveryForm() {
    Registered sensor = newSensor(newAgency(null), "native");
    String message = message(1);
    String id = refused(sensor, message);

    detail(sensor, id)
        .body("payload", equalTo(Base64.getEncoder().encodeToString(message.getBytes())))
        .body("text", equalTo(message))
        .body("format", equalTo("native"))
        .body("payloadBytes", is(message.length()))
        .body("hint", containsString("'dronescout'"))
        .body("$", not(hasKey("hex")));
    byte[] raw =
        as(admin(sensor.agency()))
            .get(QUARANTINE + "/" + id + "/raw")
            .then()
            .statusCode(200)
            .contentType("application/octet-stream")
            .extract()
            .asByteArray();
    assertThat(new String(raw)).isEqualTo(message);
  }

  @Test
  void bytesThatAreNoTextAreShownInHexadecimal() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    String id = refused(sensor, "\0\1\2{");

    detail(sensor, id).body("hex", equalTo("00 01 02 7b")).body("$", not(hasKey("text")));
  }

  @Test
  void anotherAgencyHasNoSuchEntry() {
    Registered sensor = newSensor(newAgency(null), "native");
    String id = refused(sensor, message(1));
    give(sensor, "dronescout");
    String stranger = admin(newAgency(null));

    as(stranger).get(QUARANTINE + "/" + id).then().statusCode(404);
    as(stranger).get(QUARANTINE + "/" + id + "/raw").then().statusCode(404);
    as(stranger).post(QUARANTINE + "/" + id + "/resubmit").then().statusCode(404);
    as(stranger)
        .post(QUARANTINE + "/resubmit?sensor=" + sensor.id())
        .then()
        .statusCode(200)
        .body("accepted", is(0))
        .body("remaining", is(0));

    assertThat(observations(sensor.agency())).isEmpty();
  }

  @Test
  void rolesSeeAndDoWhatTheyMay() {
    Registered sensor = newSensor(newAgency(null), "native");
    send(sensor, message(1));
    String entry = QUARANTINE + "/" + only(sensor, "open").getString("items[0].id");
    String officer = Tokens.of(sensor.agency(), "duty-officer");
    String investigator = Tokens.of(sensor.agency(), "investigator");

    as(officer).get(QUARANTINE).then().statusCode(200).body("items", hasSize(1));
    as(officer).get(QUARANTINE + "?text=serial").then().statusCode(403);
    as(officer).get(entry).then().statusCode(403);
    as(officer).get(entry + "/raw").then().statusCode(403);
    as(investigator).get(QUARANTINE + "?text=UASdata").then().body("items", hasSize(1));
    as(investigator).get(entry).then().statusCode(200);
    for (String token : List.of(officer, investigator)) {
      as(token).post(entry + "/resubmit").then().statusCode(403);
      as(token).post(QUARANTINE + "/resubmit").then().statusCode(403);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state=other",
        "from=yesterday",
        "to=2026-03-01",
        "after=x",
        "limit=0",
        "text=%00",
      })
  void namesWhatIsWrongWithASearch(String query) {
    as(Tokens.of("any", "agency-admin"))
        .urlEncodingEnabled(false)
        .get(QUARANTINE + "?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void onlyWhatIsOpenCanBeLetIn() {
    as(Tokens.of("any", "agency-admin"))
        .post(QUARANTINE + "/resubmit?state=resubmitted")
        .then()
        .statusCode(400)
        .body("field", equalTo("state"));
  }

  private static String message(int number) {
    return Drone.named(SERIAL).moved(number).droneScoutJson(1_800_000_000_000L + number);
  }

  /** Sends something that is refused; returns the id of its entry. */
  private String refused(Registered sensor, String message) {
    send(sensor, message);
    return only(sensor, "open").getString("items[0].id");
  }

  private static void give(Registered sensor, String format) {
    as(admin(sensor.agency()))
        .body("{\"format\":\"" + format + "\"}")
        .patch("/api/v1/sensors/" + sensor.id())
        .then()
        .statusCode(200);
  }

  private static JsonPath only(Registered sensor, String state) {
    eventually().untilAsserted(() -> list(sensor, state).body("items", hasSize(1)));
    return list(sensor, state).extract().jsonPath();
  }

  private static ValidatableResponse list(Registered sensor, String state) {
    return as(admin(sensor.agency())).get(QUARANTINE + "?state=" + state).then().statusCode(200);
  }

  private static ValidatableResponse detail(Registered sensor, String id) {
    return as(admin(sensor.agency())).get(QUARANTINE + "/" + id).then().statusCode(200);
  }

  private static ValidatableResponse resubmit(Registered sensor, String id) {
    return as(admin(sensor.agency()))
        .post(QUARANTINE + "/" + id + "/resubmit")
        .then()
        .statusCode(200);
  }

  private static JsonPath post(Registered sensor, String path) {
    return as(admin(sensor.agency())).post(path).then().statusCode(200).extract().jsonPath();
  }

  private static void assertCounters(
      Registered sensor, int accepted, int duplicate, Map<String, Integer> quarantined) {
    eventually()
        .untilAsserted(() ->
            as(admin(sensor.agency()))
                .get("/api/v1/sensors/" + sensor.id())
                .then()
                .body("counters.accepted", is(accepted))
                .body("counters.duplicate", is(duplicate))
                .body("counters.quarantined", equalTo(quarantined)));
  }

  private static long micros(Instant time) {
    return time.getEpochSecond() * 1_000_000 + time.getNano() / 1000;
  }
}
