package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;
import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneResourceIT {
  private static final String NAMED = "\"name\":\"A\",\"restriction\":\"PROHIBITED\"";
  private static final String TRIANGLE = "[[[8,50],[9,50],[9,51],[8,50]]]";

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final ZoneApi other = ZoneApi.ofNewAgency();

  @Test
  void createsAZoneAndShowsItAgain() {
    String location =
        api.post(ZoneApi.square("Harbour", 23.3, 42.7, 0.01))
            .then()
            .statusCode(201)
            .body("type", equalTo("Feature"))
            .body("properties.name", equalTo("Harbour"))
            .body("properties.restriction", equalTo("PROHIBITED"))
            .body("properties.upperM", equalTo(120.0f))
            .body("properties.createdAt", endsWith("Z"))
            .body("geometry.coordinates[0]", hasSize(5))
            .extract()
            .header("Location");
    String id = location.substring(location.lastIndexOf('/') + 1);
    api.as("duty-officer")
        .get(ZONES + "/" + id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("properties.name", equalTo("Harbour"));
  }

  @Test
  void keepsACircleExact() {
    api.post(
            "{\"type\":\"Feature\",\"properties\":{%s,\"radiusM\":150},\"geometry\":{\"type\":\"Point\",\"coordinates\":[23.3,42.7]}}"
                .formatted(NAMED))
        .then()
        .statusCode(201)
        .body("geometry.type", equalTo("Polygon"))
        .body("properties.circle.radiusM", equalTo(150.0f))
        .body("properties.circle.center", equalTo(List.of(23.3f, 42.7f)));
  }

  @Test
  void listsZonesOfABoxPageByPage() {
    UUID west = api.createSquare("west", 10, 50, 0.1);
    UUID east = api.createSquare("east", 20, 50, 0.1);
    api.list("?bbox=9,49,11,51").then().body("items.id", equalTo(List.of(west.toString())));
    api.list("?bbox=11,49,19,51").then().body("items", hasSize(0));
    String next =
        api.list("?limit=1")
            .then()
            .statusCode(200)
            .body("items.id", equalTo(List.of(west.toString())))
            .extract()
            .path("next");
    api.list("?limit=1&after=" + next)
        .then()
        .body("items.id", equalTo(List.of(east.toString())))
        .body("next", nullValue());
  }

  @Test
  void findsZonesInABoxOverTheAntimeridian() {
    UUID west = api.createSquare("west of it", 179.5, 0, 0.1);
    UUID east = api.createSquare("east of it", -179.5, 0, 0.1);
    api.createSquare("far", 0, 0, 0.1);
    List<String> found = api.list("?bbox=179,-1,-179,1").then().extract().path("items.id");
    assertThat(found).containsExactlyInAnyOrder(west.toString(), east.toString());
  }

  @Test
  void answersForAnotherAgencysZoneAsForAnUnknownOne() {
    UUID foreign = other.createSquare("theirs", 10, 50, 0.1);
    String unknown =
        api.as("viewer")
            .get(ZONES + "/" + UUID.randomUUID())
            .then()
            .statusCode(404)
            .extract()
            .asString();
    assertThat(
            api.as("viewer").get(ZONES + "/" + foreign).then().statusCode(404).extract().asString())
        .isEqualTo(unknown);
    assertThat(api.delete(foreign).then().statusCode(404).extract().asString()).isEqualTo(unknown);
    assertThat(
            api.as("viewer").get(ZONES + "/not-a-uuid").then().statusCode(404).extract().asString())
        .isEqualTo(unknown);
    api.list("").then().body("items", hasSize(0));
    other.as("viewer").get(ZONES + "/" + foreign).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "duty-officer", "investigator", "auditor"})
  void letsOnlyAgencyAdminsChangeZones(String role) {
    api.as(role)
        .contentType("application/json")
        .body(ZoneApi.square("A", 1, 1, 1))
        .post(ZONES)
        .then()
        .statusCode(403);
    api.as(role)
        .contentType("application/json")
        .body("{}")
        .post(ZONES + "/import?format=geojson")
        .then()
        .statusCode(403);
    api.as(role).delete(ZONES + "/" + UUID.randomUUID()).then().statusCode(403);
  }

  @Test
  void letsNobodyInWithoutAGoodToken() {
    given().get(ZONES).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.forAnotherAudience(api.agency(), "viewer"))
        .get(ZONES)
        .then()
        .statusCode(401);
    given().auth().oauth2(Tokens.platformAdmin()).get(ZONES).then().statusCode(403);
    api.as("auditor").get(ZONES).then().statusCode(403);
  }

  @Test
  void refusesSwappedCoordinates() {
    refused(
        ZoneApi.feature(NAMED, "[[[35,139],[36,139],[36,140],[35,139]]]"),
        "/geometry/coordinates",
        "90");
  }

  @Test
  void refusesAnOpenRing() {
    refused(
        ZoneApi.feature(NAMED, "[[[8,50],[9,50],[9,51]]]"), "/geometry/coordinates/0", "GEOM_OPEN");
  }

  @Test
  void refusesARingOfTwoPoints() {
    refused(
        ZoneApi.feature(NAMED, "[[[8,50],[9,50],[8,50]]]"),
        "/geometry/coordinates/0",
        "GEOM_SHORT");
  }

  @Test
  void refusesAnUnknownRestriction() {
    refused(
        ZoneApi.feature("\"name\":\"A\",\"restriction\":\"FORBIDDEN\"", TRIANGLE),
        "/properties/restriction",
        "PROHIBITED");
  }

  @Test
  void refusesAZoneWithoutAName() {
    refused(
        ZoneApi.feature("\"restriction\":\"PROHIBITED\"", TRIANGLE), "/properties/name", "name");
  }

  @Test
  void refusesALine() {
    refused(
        "{\"type\":\"Feature\",\"properties\":{%s},\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[8,50],[9,50]]}}"
            .formatted(NAMED),
        "/geometry",
        "Polygon");
  }

  @Test
  void refusesACollection() {
    refused(
        "{\"type\":\"FeatureCollection\",\"features\":[%s]}"
            .formatted(ZoneApi.feature(NAMED, TRIANGLE)),
        "/type",
        "import");
  }

  @Test
  void saysWhereABodyIsNoJson() {
    api.post("{\"type\":\"Feature\",\n\"properties\":}")
        .then()
        .statusCode(400)
        .body("detail", containsString("line 2"));
    api.post("").then().statusCode(400).body("detail", notNullValue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bbox=1,2,3|bbox|3 numbers",
        "bbox=1,2,3,x|bbox|x",
        "bbox=1,50,3,40|bbox|south",
        "bbox=1,-91,3,40|bbox|-90 to 90",
        "bbox=1,2,300,40|bbox|-180 to 180",
        "limit=0|limit|1 to 1000",
        "limit=1001|limit|1 to 1000",
        "after=xyz|after|next"
      })
  void refusesABadQuery(String query, String field, String allowed) {
    api.list("?" + query)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", containsString(allowed));
  }

  private void refused(String body, String field, String detail) {
    api.post(body)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", org.hamcrest.Matchers.startsWith(field))
        .body("detail", containsString(detail));
    api.list("").then().body("items", hasSize(0));
  }
}
