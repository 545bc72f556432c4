package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@TestProfile(GeoAwarenessIT.TurnedOn.class)
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class GeoAwarenessIT {
  private static final String BASE = "/api/v1/zones/interuss";
  private static final String SCOPE = "geo-awareness.test";

  /** A fair in 2026 by day, up to 120 m above ground, and nothing else. */
  private static final String FAIR =
      """
      {"features":[{"identifier":"FAIR","country":"XTS","name":"Fair","type":"COMMON","restriction":"PROHIBITED",
       "uSpaceClass":"EURO","applicability":[{"permanent":"NO","startDateTime":"2026-08-14T06:00:00Z","endDateTime":"2026-08-15T20:00:00Z"}],
       "zoneAuthority":[{"name":"A","purpose":"INFORMATION"}],
       "geometry":[{"uomDimensions":"M","lowerLimit":0,"lowerVerticalReference":"AGL","upperLimit":120,
         "upperVerticalReference":"AGL","horizontalProjection":{"type":"Circle","center":[7.5,47.5],"radius":500}}]}]}
      """;

  private final String agency = "agency-" + UUID.randomUUID();
  private final String source = BASE + "/geozone_sources/" + UUID.randomUUID();
  private HttpServer server;

  /** The interface turned on, with sources on this machine. */
  public static class TurnedOn implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "airwitness.interuss.enabled", "true",
          "airwitness.zones.sources.allow-internal", "true");
    }
  }

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answer("/fair.json", 200, FAIR);
    answer("/none.json", 404, "");
    answer("/broken.json", 200, "{\"features\":");
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void answer(String path, int status, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(UTF_8);
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private RequestSpecification director() {
    return given().auth().oauth2(Tokens.ofScope(agency, SCOPE)).contentType("application/json");
  }

  private ValidatableResponse put(String url) {
    return director()
        .body("{\"https_source\":{\"url\":\"%s\",\"format\":\"ED-269\"}}".formatted(url))
        .put(source)
        .then();
  }

  private String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  private void load() {
    put(url("/fair.json")).statusCode(200).body("result", equalTo("Activating"));
    awaitResult("Ready");
  }

  private void awaitResult(String result) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> director().get(source).then().statusCode(200).body("result", equalTo(result)));
  }

  private ValidatableResponse check(String filters) {
    return director()
        .body("{\"checks\":[{\"filterSets\":[%s]}]}".formatted(filters))
        .post(BASE + "/geozones/check")
        .then()
        .statusCode(200)
        .body("applicableGeozone", hasSize(1));
  }

  @Test
  void loadsASourceChecksItAndForgetsIt() {
    director().get(BASE + "/status").then().statusCode(200).body("status", equalTo("Ready"));
    director().get(source).then().statusCode(404);
    load();

    check("{\"ed269\":{\"uSpaceClass\":\"EURO\"}}")
        .body("applicableGeozone[0].geozone", equalTo("Present"));
    director().delete(source).then().statusCode(200).body("result", equalTo("Deactivating"));
    director().get(source).then().statusCode(404);
    director().delete(source).then().statusCode(404);
    check("{}").body("applicableGeozone[0].geozone", equalTo("Absent"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | Present",
        "{'position':{'uomDimensions':'M','verticalReferenceType':'AGL','height':100,'longitude':7.5,'latitude':47.5}} | Present",
        "{'position':{'uomDimensions':'FT','verticalReferenceType':'AGL','height':390,'longitude':7.5,'latitude':47.5}} | Present",
        "{'position':{'uomDimensions':'M','verticalReferenceType':'AGL','height':130,'longitude':7.5,'latitude':47.5}} | Absent",
        "{'position':{'uomDimensions':'M','verticalReferenceType':'AGL','longitude':7.6,'latitude':47.5}} | Absent",
        "{'after':'2026-08-15T19:59:59Z'} | Present",
        "{'after':'2026-08-15T20:00:00Z'} | Absent",
        "{'before':'2026-08-14T06:00:00Z'} | Present",
        "{'before':'2026-08-14T05:59:59Z'} | Absent",
        "{'ed269':{'acceptableRestrictions':['CONDITIONAL','PROHIBITED']}} | Present",
        "{'ed269':{'acceptableRestrictions':['CONDITIONAL']}} | Absent",
        "{'ed269':{'uSpaceClass':'OTHER'}} | Absent",
        "{'ed269':{'uSpaceClass':'OTHER'}},{'after':'2026-08-14T06:00:00Z'} | Present",
        "{'position':{'uomDimensions':'YD','verticalReferenceType':'AGL'}} | Error",
        "{'position':{'uomDimensions':'M','verticalReferenceType':'WGS84'}} | Error",
        "{'position':{'uomDimensions':'M','verticalReferenceType':'AGL','latitude':91}} | Error",
        "{'ed269':{'acceptableRestrictions':['FORBIDDEN']}} | Error"
      },
      quoteCharacter = '"')
  void answersByEveryFilter(String filters, String expected) {
    load();

    check(filters.replace('\'', '"')).body("applicableGeozone[0].geozone", equalTo(expected));
  }

  @Test
  void saysWhyASourceGivesNoZones() {
    put(url("/none.json"))
        .statusCode(200)
        .body("result", equalTo("Error"))
        .body("message", containsString("404"));
    put("http://169.254.169.254/latest").statusCode(200).body("result", equalTo("Rejected"));
    put("ftp://127.0.0.1/x").statusCode(200).body("result", equalTo("Rejected"));
    director()
        .body("{\"https_source\":{\"url\":\"https://example.org\",\"format\":\"KML\"}}")
        .put(source)
        .then()
        .statusCode(200)
        .body("result", equalTo("Unsupported"));
    put(url("/broken.json")).statusCode(200);
    awaitResult("Rejected");
  }

  @Test
  void isForTheScopeAndOfTheAgencyAlone() {
    load();

    given().get(BASE + "/status").then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.of(agency, "agency-admin"))
        .get(BASE + "/status")
        .then()
        .statusCode(403);
    String other = Tokens.ofScope("agency-" + UUID.randomUUID(), SCOPE);
    given().auth().oauth2(other).get(source).then().statusCode(404);
    given()
        .auth()
        .oauth2(other)
        .contentType("application/json")
        .body("{\"checks\":[{\"filterSets\":[{}]}]}")
        .post(BASE + "/geozones/check")
        .then()
        .statusCode(200)
        .body("applicableGeozone[0].geozone", equalTo("Absent"));
  }
}
