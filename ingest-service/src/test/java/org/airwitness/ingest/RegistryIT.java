package org.airwitness.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
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
class RegistryIT extends IngestIT {

  @Test
  void anAgencyKeepsItsRegion() {
    String agency = newAgency(OSLO);

    as(Tokens.platformAdmin())
        .get("/api/v1/agencies/" + agency)
        .then()
        .statusCode(200)
        .body("region.type", equalTo("Polygon"))
        .body("createdAt", matchesPattern(".*Z"));
  }

  @Test
  void anAgencyIdIsTakenOnce() {
    String agency = newAgency(null);

    as(Tokens.platformAdmin())
        .body("{\"id\":\"%s\",\"name\":\"again\"}".formatted(agency))
        .post("/api/v1/agencies")
        .then()
        .statusCode(409)
        .body("detail", containsString(agency));
  }

  @Test
  void refusesARegionThatIsNotClosed() {
    as(Tokens.platformAdmin())
        .body(
            """
            {"id":"open-ring","name":"x","region":
             {"type":"Polygon","coordinates":[[[1,1],[2,1],[2,2],[1,2]]]}}
            """)
        .post("/api/v1/agencies")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo("region"))
        .body("detail", containsString("not closed"));
  }

  @Test
  void onlyPlatformAdminsSeeAgencies() {
    as(admin("any")).get("/api/v1/agencies").then().statusCode(403);
    io.restassured.RestAssured.get("/api/v1/agencies").then().statusCode(401);
  }

  @Test
  void aSensorShowsItsPasswordOnlyOnce() {
    Registered sensor = newSensor(newAgency(null), "native");

    assertThat(sensor.username()).isEqualTo(sensor.id() + "@" + sensor.agency());
    assertThat(sensor.password()).hasSizeGreaterThanOrEqualTo(43);
    as(admin(sensor.agency()))
        .get("/api/v1/sensors/" + sensor.id())
        .then()
        .statusCode(200)
        .body("$", not(hasKey("credentials")))
        .body("$", not(hasKey("lastSeenAt")))
        .body("status", equalTo("never-seen"));
  }

  @Test
  void aSensorIdIsTakenOncePerAgency() {
    Registered sensor = newSensor(newAgency(null), "native");
    String body = "{\"id\":\"%s\",\"name\":\"x\",\"format\":\"native\"}".formatted(sensor.id());

    as(admin(sensor.agency())).body(body).post("/api/v1/sensors").then().statusCode(409);
    as(admin(newAgency(null))).body(body).post("/api/v1/sensors").then().statusCode(201);
  }

  @Test
  void aSensorNeedsARegisteredAgency() {
    as(admin("nobody-registered-this"))
        .body("{\"id\":\"s-1\",\"name\":\"x\",\"format\":\"native\"}")
        .post("/api/v1/sensors")
        .then()
        .statusCode(409)
        .body("detail", containsString("not registered"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\":\"x\",\"format\":\"native\"}|id",
        "{\"id\":\"UPPER\",\"name\":\"x\",\"format\":\"native\"}|id",
        "{\"id\":\"s-1\",\"format\":\"native\"}|name",
        "{\"id\":\"s-1\",\"name\":\"x\",\"format\":\"morse\"}|format",
        "{\"id\":\"s-1\",\"name\":\"x\",\"format\":\"native\",\"position\":{\"lat\":91,\"lon\":0}}|position",
        "{\"id\":\"s-1\",\"name\":\"x\",\"format\":\"native\",\"position\":{\"lat\":1}}|position.lon",
        "{\"id\":\"s-1\",\"name\":\"x\",\"format\":\"native\",\"colour\":\"red\"}|colour",
      })
  void saysWhatIsWrongWithASensor(String body, String field) {
    as(admin("any"))
        .body(body)
        .post("/api/v1/sensors")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field));
  }

  @Test
  void sensorsAndQuarantineOfAnotherAgencyDoNotExist() {
    Registered sensor = newSensor(newAgency(null), "dronescout");
    try (SensorClient client = client(sensor).connect()) {
      send(client, "t", "not json");
    }
    eventually()
        .untilAsserted(() ->
            as(admin(sensor.agency())).get("/api/v1/quarantine").then().body("items", hasSize(1)));
    String stranger = admin(newAgency(null));
    String unknown =
        as(stranger).get("/api/v1/sensors/no-such").then().statusCode(404).extract().asString();

    as(stranger)
        .get("/api/v1/sensors/" + sensor.id())
        .then()
        .statusCode(404)
        .body(equalTo(unknown));
    as(stranger).delete("/api/v1/sensors/" + sensor.id()).then().statusCode(404);
    as(stranger).post("/api/v1/sensors/" + sensor.id() + "/credentials").then().statusCode(404);
    as(stranger).get("/api/v1/sensors").then().body("items", hasSize(0));
    as(stranger).get("/api/v1/quarantine").then().body("items", hasSize(0));
  }

  @Test
  void viewersSeeNeitherSensorsNorQuarantine() {
    String viewer = Tokens.of("any", "viewer");

    as(viewer).get("/api/v1/sensors").then().statusCode(403);
    as(viewer).get("/api/v1/quarantine").then().statusCode(403);
    as(Tokens.of("any", "duty-officer"))
        .body(new JsonObject().encode())
        .post("/api/v1/sensors")
        .then()
        .statusCode(403);
  }

  @Test
  void sensorsComeInPages() {
    String agency = newAgency(null);
    for (int i = 0; i < 3; i++) {
      newSensor(agency, "native");
    }
    var first = as(admin(agency)).get("/api/v1/sensors?limit=2").then().body("items", hasSize(2));
    String next = first.extract().path("next");

    as(admin(agency))
        .get("/api/v1/sensors?limit=2&after=" + next)
        .then()
        .body("items", hasSize(1))
        .body("$", not(hasKey("next")));
    as(admin(agency)).get("/api/v1/sensors?limit=0").then().statusCode(400);
  }
}
