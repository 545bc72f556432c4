package org.airwitness.zone.rest;

import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneLifeIT {
  private final ZoneApi api = ZoneApi.ofNewAgency();

  private Response put(UUID id, String ifMatch, String feature) {
    var request = api.as("agency-admin").contentType("application/geo+json").body(feature);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(ZONES + "/" + id);
  }

  private ValidatableResponse get(UUID id) {
    return api.as("viewer").get(ZONES + "/" + id).then();
  }

  private ValidatableResponse post(UUID id, String change) {
    return api.as("agency-admin").post(ZONES + "/" + id + "/" + change).then();
  }

  private ValidatableResponse versions(UUID id) {
    return api.as("viewer").get(ZONES + "/" + id + "/versions").then();
  }

  private int zonesOver(double lon, double lat) {
    return api.as("viewer")
        .contentType("application/json")
        .body("{\"lon\":%s,\"lat\":%s}".formatted(lon, lat))
        .post(ZONES + "/check")
        .then()
        .statusCode(200)
        .extract()
        .<List<Object>>path("zones.findAll { it.active }")
        .size();
  }

  private UUID create(String properties) {
    String feature =
        ZoneApi.feature(
            "\"name\":\"A\",\"restriction\":\"PROHIBITED\"" + properties,
            "[[[10,50],[10.1,50],[10.1,50.1],[10,50.1],[10,50]]]");
    return UUID.fromString(api.post(feature).then().statusCode(201).extract().path("id"));
  }

  @Test
  void evaluatesADraftOnlyOnceItIsActivated() {
    UUID id = create(",\"status\":\"draft\"");
    get(id).statusCode(200).header("ETag", "\"1\"").body("properties.status", equalTo("draft"));
    api.list("").then().body("items", hasSize(0));
    api.list("?status=draft").then().body("items.id", equalTo(List.of(id.toString())));
    assertThat(zonesOver(10.05, 50.05)).isZero();

    post(id, "activate").statusCode(200).header("ETag", "\"2\"");
    assertThat(zonesOver(10.05, 50.05)).isOne();

    post(id, "withdraw").statusCode(200).body("properties.status", equalTo("withdrawn"));
    assertThat(zonesOver(10.05, 50.05)).isZero();
    versions(id)
        .body("items.change", equalTo(List.of("withdrawn", "activated", "created")))
        .body("items.status", equalTo(List.of("withdrawn", "active", "draft")))
        .body("items[0].fields", equalTo(List.of("status")))
        .body("items[0].by", equalTo("agency-admin@" + api.agency()));
  }

  @Test
  void keepsADeletedZoneWithItsHistory() {
    UUID id = create("");
    api.delete(id).then().statusCode(204);
    api.list("").then().body("items", hasSize(0));
    api.list("?status=withdrawn").then().body("items.id", equalTo(List.of(id.toString())));
    api.list("?status=any").then().body("items", hasSize(1));
    get(id).statusCode(200).body("properties.status", equalTo("withdrawn"));
    api.delete(id).then().statusCode(204);
    versions(id).body("items", hasSize(2));
    post(id, "activate").statusCode(200).body("properties.version", equalTo(3));
    assertThat(zonesOver(10.05, 50.05)).isOne();
  }

  @Test
  void evaluatesAZoneWithinItsValidityOnly() {
    create(",\"validFrom\":\"2020-01-01T00:00:00Z\",\"validUntil\":\"2021-01-01T00:00:00Z\"");
    assertThat(zonesOver(10.05, 50.05)).isZero();
    create(",\"validFrom\":\"2999-01-01T00:00:00Z\"");
    assertThat(zonesOver(10.05, 50.05)).isZero();
    UUID id = create(",\"validFrom\":\"2020-01-01T00:00:00Z\"");
    assertThat(zonesOver(10.05, 50.05)).isOne();
    get(id)
        .body("properties.validFrom", equalTo("2020-01-01T00:00:00Z"))
        .body("properties.validUntil", nullValue());
  }

  @Test
  void replacesAZoneAndTellsWhatChanged() {
    UUID id = api.createSquare("Harbour", 10, 50, 0.1);
    put(id, "\"1\"", ZoneApi.square("New harbour", 10, 50, 0.2))
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("id", equalTo(id.toString()))
        .body("properties.name", equalTo("New harbour"));
    assertThat(zonesOver(10.15, 50.15)).isOne();
    versions(id)
        .body("items.change", equalTo(List.of("replaced", "created")))
        .body("items[0].fields", equalTo(List.of("identifier", "name", "geometry")));
    api.as("viewer")
        .get(ZONES + "/" + id + "/versions/1")
        .then()
        .statusCode(200)
        .body("properties.name", equalTo("Harbour"))
        .body("properties.version", equalTo(1))
        .body("geometry.coordinates[0][2]", equalTo(List.of(10.1f, 50.1f)));
    api.as("viewer").get(ZONES + "/" + id + "/versions/3").then().statusCode(404);
    api.as("viewer").get(ZONES + "/" + id + "/versions/x").then().statusCode(404);
  }

  @Test
  void givesBackWhatItShowsUnchanged() {
    UUID id = create(",\"validFrom\":\"2020-01-01T00:00:00Z\"");
    String shown = get(id).extract().asString();
    put(id, "*", shown).then().statusCode(200);
    versions(id).body("items[0].fields", equalTo(List.of()));
  }

  @Test
  void losesNoUpdateOfTwoThatMeet() {
    UUID id = api.createSquare("Harbour", 10, 50, 0.1);
    List<CompletableFuture<Integer>> changes =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() ->
                    put(id, "\"1\"", ZoneApi.square("Writer " + i, 10, 50, 0.1)).statusCode()))
            .toList();
    List<Integer> answers = changes.stream().map(CompletableFuture::join).sorted().toList();
    assertThat(answers).containsExactly(200, 412, 412, 412, 412, 412, 412, 412);
    versions(id).body("items", hasSize(2));
    put(id, "\"1\"", ZoneApi.square("late", 10, 50, 0.1))
        .then()
        .statusCode(412)
        .body("detail", containsString("read it again"));
    api.as("agency-admin")
        .header("If-Match", "\"1\"")
        .post(ZONES + "/" + id + "/withdraw")
        .then()
        .statusCode(412);
  }

  @Test
  void needsToKnowWhichVersionIsReplaced() {
    UUID id = api.createSquare("Harbour", 10, 50, 0.1);
    put(id, null, ZoneApi.square("B", 10, 50, 0.1))
        .then()
        .statusCode(428)
        .contentType("application/problem+json")
        .body("detail", containsString("If-Match"));
    put(id, "3", ZoneApi.square("B", 10, 50, 0.1))
        .then()
        .statusCode(400)
        .body("field", equalTo("If-Match"))
        .body("detail", containsString("\"3\""));
    put(id, "\"1\"", "{\"type\":\"Feature\"}").then().statusCode(400);
    versions(id).body("items", hasSize(1));
  }

  @Test
  void doesNotReplaceAZoneThatIsWithdrawn() {
    UUID id = api.createSquare("Harbour", 10, 50, 0.1);
    api.delete(id).then().statusCode(204);
    put(id, "*", ZoneApi.square("B", 10, 50, 0.1))
        .then()
        .statusCode(409)
        .body("detail", containsString("activate"));
  }

  @Test
  void pagesThroughAHistory() {
    UUID id = create("");
    for (int i = 0; i < 2; i++) {
      post(id, "withdraw").statusCode(200);
      post(id, "activate").statusCode(200);
    }
    String path = ZONES + "/" + id + "/versions?limit=3";
    String next =
        api.as("viewer")
            .get(path)
            .then()
            .body("items.version", equalTo(List.of(5, 4, 3)))
            .extract()
            .path("next");
    api.as("viewer")
        .get(path + "&after=" + next)
        .then()
        .body("items.version", equalTo(List.of(2, 1)))
        .body("next", nullValue());
    api.as("viewer").get(path + "&after=x").then().statusCode(400).body("field", equalTo("after"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"status\":\"withdrawn\" | /properties/status | draft or active",
        "\"validFrom\":\"soon\" | /properties/validFrom | 2026-03-01T12:00:00Z",
        "\"validFrom\":\"2026-03-01T00:00:00Z\",\"validUntil\":\"2026-03-01T00:00:00Z\" | /properties/validUntil | after validFrom"
      })
  void refusesALifeThatMakesNoSense(String properties, String field, String said) {
    api.post(
            ZoneApi.feature(
                "\"name\":\"A\",\"restriction\":\"PROHIBITED\"," + properties,
                "[[[10,50],[10.1,50],[10.1,50.1],[10,50]]]"))
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(said));
  }

  @Test
  void namesTheStatusesThereAre() {
    api.list("?status=asleep")
        .then()
        .statusCode(400)
        .body("field", equalTo("status"))
        .body("detail", containsString("draft, active, withdrawn, any"));
  }

  @Test
  void answersForAnotherAgencysZoneAsForAnUnknownOne() {
    UUID foreign = ZoneApi.ofNewAgency().createSquare("theirs", 10, 50, 0.1);
    put(foreign, "*", ZoneApi.square("mine", 10, 50, 0.1)).then().statusCode(404);
    post(foreign, "activate").statusCode(404);
    post(foreign, "withdraw").statusCode(404);
    versions(foreign).statusCode(404);
    api.as("viewer").get(ZONES + "/" + foreign + "/versions/1").then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "duty-officer", "investigator", "auditor"})
  void letsOnlyAgencyAdminsChangeAZone(String role) {
    UUID id = api.createSquare("Harbour", 10, 50, 0.1);
    String zone = ZONES + "/" + id;
    api.as(role)
        .contentType("application/json")
        .header("If-Match", "*")
        .body(ZoneApi.square("B", 10, 50, 0.1))
        .put(zone)
        .then()
        .statusCode(403);
    api.as(role).post(zone + "/activate").then().statusCode(403);
    api.as(role).post(zone + "/withdraw").then().statusCode(403);
    api.as(role).get(zone + "/versions").then().statusCode(role.equals("auditor") ? 403 : 200);
  }
}
