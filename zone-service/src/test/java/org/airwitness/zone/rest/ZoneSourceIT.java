package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;
import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneSourceIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final Publisher publisher = new Publisher();

  @Inject AgencyDatabase database;

  @AfterEach
  void close() {
    publisher.close();
  }

  private static String squares(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> ZoneApi.square("Zone " + i, i * 0.02, 0, 0.5))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  /** A set with one edition of as many zones, imported by hand. */
  private String set(RequestSpecification as, int zones) {
    String name = "set-" + UUID.randomUUID();
    as.contentType("application/json")
        .body(squares(zones))
        .queryParam("format", "geojson")
        .queryParam("set", name)
        .post(ZONES + "/import")
        .then()
        .statusCode(200);
    return api.as("viewer")
        .get(ZONES + "/sets")
        .then()
        .extract()
        .path("items.find { it.name == '%s' }.id".formatted(name));
  }

  private String set(int zones) {
    return set(api.as("agency-admin"), zones);
  }

  private static Response put(RequestSpecification as, String set, String body) {
    return as.contentType("application/json").body(body).put(ZONES + "/sets/" + set + "/source");
  }

  private void fetchFrom(String set, String url) {
    put(api.as("agency-admin"), set, "{\"url\":\"%s\"}".formatted(url)).then().statusCode(200);
  }

  private ValidatableResponse shown(String set) {
    return api.as("viewer").get(ZONES + "/sets/" + set).then().statusCode(200);
  }

  private void awaitOutcome(String set, Matcher<?> outcome) {
    await().atMost(LIMIT).untilAsserted(() -> shown(set).body("fetch.outcome", outcome));
  }

  /** As if the interval had passed. */
  private void makeDue(String set) {
    int before = publisher.asked().size();
    database
        .inAgency(
            new AgencyId(api.agency()),
            connection ->
                connection
                    .preparedQuery("update zone_work set due_at = now() where work_id = $1")
                    .execute(Tuple.of(UUID.fromString(set))))
        .await()
        .atMost(LIMIT);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(publisher.asked()).hasSizeGreaterThan(before));
  }

  @Test
  void fetchesEditionsAndAsksForWhatHasChangedOnly() {
    String set = set(9);
    publisher.publishes("\"one\"", squares(10));
    fetchFrom(set, publisher.url());
    awaitOutcome(set, equalTo("edition 2"));
    shown(set)
        .body("edition", equalTo(2))
        .body("fetch.url", equalTo(publisher.url()))
        .body("fetch.interval", equalTo("PT24H"))
        .body("fetch.etag", equalTo("\"one\""))
        .body("fetch.lastModified", equalTo("Wed, 25 Nov 2026 10:00:00 GMT"))
        .body("fetch.fetchedAt", notNullValue())
        .body("fetch.nextAt", notNullValue());
    assertThat(publisher.asked()).containsExactly(new Publisher.Asked("/zones.json", null, null));
    api.as("agency-admin")
        .queryParam("set", set)
        .get(ZONES + "/jobs")
        .then()
        .body("items", hasSize(2))
        .body("items[0].createdBy", equalTo("source"));

    makeDue(set);
    awaitOutcome(set, equalTo("unchanged"));
    assertThat(publisher.asked().getLast())
        .isEqualTo(new Publisher.Asked("/zones.json", "\"one\"", "Wed, 25 Nov 2026 10:00:00 GMT"));
    shown(set).body("edition", equalTo(2));

    publisher.publishes("\"two\"", squares(11));
    makeDue(set);
    awaitOutcome(set, equalTo("edition 3"));
    api.list("?set=" + set).then().body("items", hasSize(11));
  }

  @Test
  void knowsTheSameDocumentWithoutValidators() {
    String set = set(9);
    publisher.answers(exchange -> Publisher.send(exchange, squares(10)));
    fetchFrom(set, publisher.url());
    awaitOutcome(set, equalTo("edition 2"));
    makeDue(set);
    awaitOutcome(set, equalTo("unchanged"));
    shown(set).body("edition", equalTo(2));
  }

  @Test
  void keepsTheEditionInForceWhenTheGuardRefusesTheNext() {
    String set = set(10);
    publisher.publishes("\"short\"", squares(4));
    fetchFrom(set, publisher.url());
    awaitOutcome(set, startsWith("refused: DOC_SHRINK"));
    // An unchanged document is not a taken one.
    makeDue(set);
    await()
        .during(Duration.ofSeconds(2))
        .atMost(LIMIT)
        .untilAsserted(() -> shown(set).body("fetch.outcome", startsWith("refused: DOC_SHRINK")));
    shown(set).body("edition", equalTo(1));
    api.list("?set=" + set).then().body("items", hasSize(10));
  }

  @Test
  void followsARedirectButNotToAnInternalAddress() {
    String set = set(9);
    try (var second = new Publisher()) {
      second.publishes("\"one\"", squares(10));
      publisher.redirectsTo(second.url());
      fetchFrom(set, publisher.url());
      awaitOutcome(set, equalTo("edition 2"));
    }
    publisher.redirectsTo("http://169.254.169.254/latest/meta-data");
    makeDue(set);
    awaitOutcome(set, equalTo("refused: The URL's host is not one that can be used"));
    publisher.redirectsTo("/again");
    makeDue(set);
    awaitOutcome(set, equalTo("refused: more than 3 redirects"));
    shown(set).body("edition", equalTo(2));
  }

  @Test
  void saysWhatKeptADocumentAway() {
    String set = set(9);
    fetchFrom(set, publisher.url());
    awaitOutcome(set, equalTo("unreachable: HTTP status 404"));
    publisher.answers(ZoneSourceIT::sendTooMuch);
    makeDue(set);
    awaitOutcome(set, equalTo("refused: the document is larger than 67108864 bytes"));
    publisher.close();
    fetchFrom(set, publisher.url());
    awaitOutcome(set, startsWith("unreachable: "));
    shown(set).body("edition", equalTo(1));
  }

  private static void sendTooMuch(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
    byte[] part = new byte[1024 * 1024];
    exchange.sendResponseHeaders(200, 0);
    OutputStream body = exchange.getResponseBody();
    for (int i = 0; i <= 64; i++) {
      body.write(part);
    }
  }

  @Test
  void fetchesNoMoreWhenTheSourceIsTakenAway() {
    String set = set(10);
    publisher.publishes("\"one\"", squares(10));
    fetchFrom(set, publisher.url());
    awaitOutcome(set, equalTo("edition 2"));
    api.as("agency-admin").delete(ZONES + "/sets/" + set + "/source").then().statusCode(204);
    shown(set).body("fetch", nullValue()).body("edition", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|url|required",
        "{\"url\":\"ftp://example.org/x\"}|url|https",
        "{\"url\":\"http://169.254.169.254/\"}|url|not one that can be used",
        "{\"url\":\"https://example.org/x\",\"interval\":\"PT4M\"}|interval|from PT5M to P30D",
        "{\"url\":\"https://example.org/x\",\"interval\":\"P31D\"}|interval|from PT5M to P30D",
        "{\"url\":\"https://example.org/x\",\"interval\":\"daily\"}|interval|from PT5M to P30D"
      })
  void saysWhatIsWrongWithASource(String body, String field, String words) {
    put(api.as("agency-admin"), set(1), body)
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "duty-officer", "investigator", "auditor"})
  void letsOnlyAdminsSetASource(String role) {
    String set = set(1);
    put(api.as(role), set, "{\"url\":\"%s\"}".formatted(publisher.url())).then().statusCode(403);
    api.as(role).delete(ZONES + "/sets/" + set + "/source").then().statusCode(403);
  }

  @Test
  void hidesTheSetsOfOthersAndLeavesSharedOnesToThePlatform() {
    String body = "{\"url\":\"%s\"}".formatted(publisher.url());
    String own = set(1);
    ZoneApi other = ZoneApi.ofNewAgency();
    put(other.as("agency-admin"), own, body).then().statusCode(404);
    other.as("agency-admin").delete(ZONES + "/sets/" + own + "/source").then().statusCode(404);

    String shared = set(given().auth().oauth2(Tokens.platformAdmin()), 1);
    put(api.as("agency-admin"), shared, body).then().statusCode(409);
    publisher.publishes("\"one\"", squares(1));
    put(given().auth().oauth2(Tokens.platformAdmin()), shared, body).then().statusCode(200);
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            given()
                .auth()
                .oauth2(Tokens.platformAdmin())
                .get(ZONES + "/sets/" + shared)
                .then()
                .body("fetch.outcome", equalTo("edition 2")));
    // Its URL may carry a key: it is for the owner only.
    shown(shared).body("edition", equalTo(2)).body("fetch", nullValue());
  }
}
