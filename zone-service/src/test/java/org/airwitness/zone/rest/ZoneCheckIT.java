package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;
import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneCheckIT {
  private static final String CHECK = ZONES + "/check";

  private final ZoneApi api = ZoneApi.ofNewAgency();

  private ValidatableResponse check(String question) {
    return api.as("viewer").contentType("application/json").body(question).post(CHECK).then();
  }

  @Test
  void tellsEachZoneOverAPlaceWithItsReasons() {
    UUID harbour = api.createSquare("Harbour", 10, 50, 0.1); // up to 120 m
    api.createSquare("elsewhere", 11, 50, 0.1);

    check("{\"lon\":10.05,\"lat\":50.05,\"altitude\":{\"valueM\":60,\"datum\":\"AGL\"}}")
        .statusCode(200)
        .body("inside", equalTo(true))
        .body("zones", hasSize(1))
        .body("zones[0].id", equalTo(harbour.toString()))
        .body("zones[0].name", equalTo("Harbour"))
        .body("zones[0].restriction", equalTo("PROHIBITED"))
        .body("zones[0].inside", equalTo(true))
        .body("zones[0].vertical", equalTo("IN"))
        .body("zones[0].heightMethod", equalTo("REPORTED_ABOVE_GROUND"))
        .body("zones[0].marginal", equalTo(false));
    check("{\"lon\":10.05,\"lat\":50.05,\"altitude\":{\"valueM\":300,\"datum\":\"AGL\"}}")
        .body("inside", equalTo(false))
        .body("zones[0].vertical", equalTo("OUT"));
    check("{\"lon\":10.05,\"lat\":50.05}")
        .body("inside", equalTo(true))
        .body("zones[0].vertical", equalTo("UNKNOWN"))
        .body("zones[0].heightMethod", equalTo("NONE"));
    check("{\"lon\":10.5,\"lat\":50.05}").body("inside", equalTo(false)).body("zones", hasSize(0));
  }

  @Test
  void countsFromMeanSeaLevelByTheGeoid() {
    String volume =
        """
        {"features":[{"identifier":"SEA","country":"XTS","name":"Sea","type":"COMMON","restriction":"CONDITIONAL",
         "applicability":[{"permanent":"YES"}],"zoneAuthority":[{"name":"A","purpose":"INFORMATION"}],
         "geometry":[{"uomDimensions":"M","lowerLimit":100,"lowerVerticalReference":"AMSL","upperLimit":200,
           "upperVerticalReference":"AMSL","horizontalProjection":{"type":"Circle","center":[23.3,42.7],"radius":500}}]}]}
        """;
    api.load("ed269", volume.getBytes(StandardCharsets.UTF_8)).then().statusCode(200);

    // The geoid is 44 m above the ellipsoid there.
    check(
            "{\"lon\":23.3,\"lat\":42.7,\"altitude\":{\"valueM\":110,\"datum\":\"AMSL\",\"accuracyM\":3}}")
        .body("zones[0].vertical", equalTo("IN"))
        .body("zones[0].heightMethod", equalTo("GEOID"))
        .body("zones[0].marginal", equalTo(false));
    check(
            "{\"lon\":23.3,\"lat\":42.7,\"altitude\":{\"valueM\":110,\"datum\":\"WGS84\",\"accuracyM\":3}}")
        .body("zones[0].vertical", equalTo("OUT"));
    check(
            "{\"lon\":23.3,\"lat\":42.7,\"altitude\":{\"valueM\":98,\"datum\":\"AMSL\",\"accuracyM\":3}}")
        .body("zones[0].vertical", equalTo("OUT"))
        .body("zones[0].marginal", equalTo(true));
  }

  @Test
  void judgesByTheTimeAskedFor() {
    api.post(
            ZoneApi.feature(
                "\"name\":\"Fair\",\"restriction\":\"PROHIBITED\",\"applicability\":[{\"permanent\":\"NO\",\"startDateTime\":\"2026-08-14T06:00:00Z\",\"endDateTime\":\"2026-08-14T20:00:00Z\"}]",
                "[[[5,45],[5.1,45],[5.1,45.1],[5,45.1],[5,45]]]"))
        .then()
        .statusCode(201);

    check("{\"lon\":5.05,\"lat\":45.05,\"time\":\"2026-08-14T12:00:00Z\"}")
        .body("time", equalTo("2026-08-14T12:00:00Z"))
        .body("zones[0].active", equalTo(true))
        .body("inside", equalTo(true));
    check("{\"lon\":5.05,\"lat\":45.05,\"time\":\"2026-08-14T20:00:00Z\"}")
        .body("zones[0].active", equalTo(false))
        .body("inside", equalTo(false));
  }

  @Test
  void findsZonesAtTheAntimeridianFromBothSides() {
    api.createSquare("west of it", 179.9, 0, 0.1);

    for (String lon : List.of("180", "-180", "179.95")) {
      check("{\"lon\":%s,\"lat\":0.05}".formatted(lon)).body("zones", hasSize(1));
    }
    check("{\"lon\":-179.95,\"lat\":0.05}").body("zones", hasSize(0));
  }

  @Test
  void putsTheStrictestFirst() {
    api.createSquare("strict", 30, 50, 0.1);
    api.post(
            ZoneApi.feature(
                "\"name\":\"mild\",\"restriction\":\"CONDITIONAL\"",
                "[[[30,50],[30.1,50],[30.1,50.1],[30,50.1],[30,50]]]"))
        .then()
        .statusCode(201);

    List<String> names = check("{\"lon\":30.05,\"lat\":50.05}").extract().path("zones.name");
    assertThat(names).containsExactly("strict", "mild");
  }

  @Test
  void knowsNothingOfAnotherAgencysZones() {
    ZoneApi.ofNewAgency().createSquare("theirs", 10, 50, 0.1);

    check("{\"lon\":10.05,\"lat\":50.05}").statusCode(200).body("zones", hasSize(0));
    given()
        .contentType("application/json")
        .body("{\"lon\":10.05,\"lat\":50.05}")
        .post(CHECK)
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"lat\":50} | lon",
        "{\"lon\":10} | lat",
        "{\"lon\":181,\"lat\":50} | lon -180..180",
        "{\"lon\":10,\"lat\":91} | lat -90..90",
        "{\"lon\":10,\"lat\":50,\"altitude\":{\"valueM\":60}} | AGL, AMSL, WGS84 or STD",
        "{\"lon\":10,\"lat\":50,\"altitude\":{\"valueM\":60,\"datum\":\"MSL\"}} | not 'MSL'",
        "{\"lon\":10,\"lat\":50,\"altitude\":{\"datum\":\"AGL\"}} | -500 to 50000",
        "{\"lon\":10,\"lat\":50,\"time\":\"tomorrow\"} | 2026-03-01T12:00:00Z",
        "[] | an object is expected",
        "{\"lon\":\"east\",\"lat\":50} | a number is expected"
      })
  void saysWhatIsWrongWithAQuestion(String question, String said) {
    check(question).statusCode(400).body("detail", containsString(said));
  }
}
