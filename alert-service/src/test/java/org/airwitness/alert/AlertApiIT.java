package org.airwitness.alert;

import static io.restassured.RestAssured.given;
import static org.airwitness.alert.Service.admin;
import static org.airwitness.alert.Service.alert;
import static org.airwitness.alert.Service.as;
import static org.airwitness.alert.Service.subscribe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Method;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "alert"))
class AlertApiIT {
  private static final String URL = "http://127.0.0.1:9/hook";

  private final String agency = Service.newAgency();
  private final String other = Service.newAgency();
  private Service service;

  @BeforeEach
  void open() {
    service = new Service();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void recordsWhoAcknowledgedFirst() {
    UUID id = raise();
    acknowledge("duty-officer", id, Map.of("note", "on my way"))
        .then()
        .statusCode(200)
        .body("state", equalTo("acknowledged"))
        .body("acknowledgedBy", equalTo("duty-officer@" + agency))
        .body("acknowledgeNote", equalTo("on my way"))
        .body("acknowledgedAt", notNullValue())
        .body("sequence", equalTo(2));
    acknowledge("investigator", id, Map.of("note", "me too"))
        .then()
        .statusCode(200)
        .body("acknowledgedBy", equalTo("duty-officer@" + agency))
        .body("acknowledgeNote", equalTo("on my way"))
        .body("sequence", equalTo(2));
  }

  @Test
  void acknowledgesWithoutABody() {
    as(agency, "agency-admin")
        .post("/api/v1/alerts/{id}/acknowledge", raise())
        .then()
        .statusCode(200)
        .body("state", equalTo("acknowledged"))
        .body("acknowledgeNote", nullValue());
  }

  @Test
  void refusesANoteThatDoesNotSayItIsJson() {
    as(agency, "agency-admin")
        .contentType("text/plain")
        .body("{\"note\":\"lost?\"}")
        .post("/api/v1/alerts/{id}/acknowledge", raise())
        .then()
        .statusCode(415);
  }

  @Test
  void refusesToAcknowledgeWhatIsResolved() {
    var stay = new WireEvents(agency);
    service.publish(stay.enter(), stay.exit(5));
    await().until(() -> "resolved".equals(stateOf(stay.alertId())));
    acknowledge("duty-officer", stay.alertId(), Map.of())
        .then()
        .statusCode(409)
        .contentType("application/problem+json")
        .body("detail", containsString("already resolved"));
  }

  @Test
  void refusesANoteThatIsTooLong() {
    acknowledge("duty-officer", raise(), Map.of("note", "x".repeat(1001)))
        .then()
        .statusCode(400)
        .body("detail", containsString("1000"));
  }

  @Test
  void listsNewestFirstInPagesAndByState() {
    List<UUID> raised = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> raised.addFirst(raise()));
    List<String> listed = new ArrayList<>();
    String next = null;
    do {
      var page =
          as(agency, "viewer")
              .queryParam("limit", 2)
              .queryParam("after", next == null ? "" : next)
              .get("/api/v1/alerts");
      listed.addAll(page.path("items.id"));
      next = page.path("next");
    } while (next != null);
    assertThat(listed).containsExactlyElementsOf(raised.stream().map(UUID::toString).toList());
    acknowledge("duty-officer", raised.get(2), Map.of());
    assertThat(idsInState("acknowledged")).containsExactly(raised.get(2).toString());
    assertThat(idsInState("raised")).hasSize(4);
    assertThat(idsInState("resolved")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"state, closed", "limit, 0", "limit, 1001", "after, nonsense"})
  void refusesAListItCannotMake(String parameter, String value) {
    as(agency, "viewer")
        .queryParam(parameter, value)
        .get("/api/v1/alerts")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(parameter));
  }

  @Test
  void showsTheSecretOnce() {
    Response created = subscribe(agency, URL);
    created
        .then()
        .statusCode(201)
        .header("Location", startsWith("http"))
        .header("Cache-Control", containsString("no-store"))
        .body("type", equalTo("webhook"))
        .body("url", equalTo(URL))
        .body("state", equalTo("active"))
        .body("secret", startsWith("whsec_"));
    String id = created.path("id");
    admin(agency)
        .get("/api/v1/subscriptions/{id}", id)
        .then()
        .statusCode(200)
        .body("id", equalTo(id))
        .body("secret", nullValue());
    assertThat(admin(agency).get("/api/v1/subscriptions").asString()).doesNotContain("whsec_");
  }

  @Test
  void takesTheSecretItIsGivenAndAsksForRaisedAlertsUnlessTold() {
    String secret = "whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYX";
    admin(agency)
        .body(Map.of("type", "webhook", "url", URL, "secret", secret))
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(201)
        .body("secret", equalTo(secret))
        .body("events", equalTo(List.of("alert.raised")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type | {\"url\":\"http://127.0.0.1:9/\"}",
        "type | {\"type\":\"mail\",\"url\":\"http://127.0.0.1:9/\"}",
        "url | {\"type\":\"webhook\"}",
        "url | {\"type\":\"webhook\",\"url\":\"http://169.254.169.254/latest\"}",
        "url | {\"type\":\"webhook\",\"url\":\"http://nobody.invalid/\"}",
        "url | {\"type\":\"webhook\",\"url\":\"ftp://127.0.0.1/\"}",
        "secret | {\"type\":\"webhook\",\"url\":\"http://127.0.0.1:9/\",\"secret\":\"short\"}",
        "events | {\"type\":\"webhook\",\"url\":\"http://127.0.0.1:9/\",\"events\":[]}",
        "events | {\"type\":\"webhook\",\"url\":\"http://127.0.0.1:9/\",\"events\":[\"x\"]}"
      })
  void refusesASubscriptionThatIsWrong(String field, String body) {
    admin(agency)
        .body(body)
        .post("/api/v1/subscriptions")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("field", equalTo(field))
        .body("detail", notNullValue());
  }

  @Test
  void forgetsADeletedSubscriptionAndItsDeliveries() {
    String id = subscribe(agency, URL).path("id");
    raise();
    admin(agency).delete("/api/v1/subscriptions/{id}", id).then().statusCode(204);
    admin(agency).get("/api/v1/subscriptions/{id}", id).then().statusCode(404);
    admin(agency).get("/api/v1/subscriptions/{id}/deliveries", id).then().statusCode(404);
    admin(agency).delete("/api/v1/subscriptions/{id}", id).then().statusCode(404);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/alerts/{id}",
    "POST, /api/v1/alerts/{id}/acknowledge",
  })
  void hidesAlertsOfOthersAsIfTheyWereNot(Method method, String path) {
    UUID id = raise();
    Response foreign = as(other, "agency-admin").request(method, path, id);
    Response unknown = as(other, "agency-admin").request(method, path, UUID.randomUUID());
    Response malformed = as(other, "agency-admin").request(method, path, "no-uuid");
    assertSame(foreign, unknown);
    assertSame(foreign, malformed);
    assertThat(stateOf(id)).isEqualTo("raised");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/subscriptions/{id}",
    "DELETE, /api/v1/subscriptions/{id}",
    "GET, /api/v1/subscriptions/{id}/deliveries",
  })
  void hidesSubscriptionsOfOthersAsIfTheyWereNot(Method method, String path) {
    String id = subscribe(agency, URL).path("id");
    Response foreign = admin(other).request(method, path, id);
    assertSame(foreign, admin(other).request(method, path, UUID.randomUUID()));
    assertSame(foreign, admin(other).request(method, path, "no-uuid"));
    admin(agency).get("/api/v1/subscriptions/{id}", id).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/alerts", "/api/v1/subscriptions"})
  void listsNothingOfOthers(String path) {
    raise();
    subscribe(agency, URL);
    assertThat(admin(agency).get(path).<List<?>>path("items")).hasSize(1);
    assertThat(admin(other).get(path).<List<?>>path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api/v1/alerts, auditor",
    "GET, /api/v1/alerts/{id}, auditor",
    "GET, /api/v1/alerts/stream, auditor",
    "POST, /api/v1/alerts/{id}/acknowledge, viewer",
    "POST, /api/v1/subscriptions, duty-officer",
    "GET, /api/v1/subscriptions, duty-officer",
    "GET, /api/v1/subscriptions/{id}, viewer",
    "DELETE, /api/v1/subscriptions/{id}, investigator",
    "GET, /api/v1/subscriptions/{id}/deliveries, viewer",
  })
  void refusesTheWrongRoleAndNoToken(Method method, String path, String role) {
    String filled = path.replace("{id}", UUID.randomUUID().toString());
    as(agency, role)
        .contentType("application/json")
        .request(method, filled)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
    given().contentType("application/json").request(method, filled).then().statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.forAnotherAudience(agency, "agency-admin"))
        .contentType("application/json")
        .request(method, filled)
        .then()
        .statusCode(401);
    given()
        .auth()
        .oauth2(Tokens.platformAdmin())
        .contentType("application/json")
        .request(method, filled)
        .then()
        .statusCode(403);
  }

  private UUID raise() {
    var stay = new WireEvents(agency);
    service.publish(stay.enter());
    await().until(() -> alert(agency, stay.alertId()).statusCode() == 200);
    return stay.alertId();
  }

  private Response acknowledge(String role, UUID id, Map<String, String> body) {
    return as(agency, role)
        .contentType("application/json")
        .body(body)
        .post("/api/v1/alerts/{id}/acknowledge", id);
  }

  private String stateOf(UUID id) {
    return alert(agency, id).path("state");
  }

  private List<String> idsInState(String state) {
    return as(agency, "viewer").queryParam("state", state).get("/api/v1/alerts").path("items.id");
  }

  private static void assertSame(Response foreign, Response unknown) {
    assertThat(foreign.statusCode()).isEqualTo(404);
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(foreign.asString()).isEqualTo(unknown.asString());
  }
}
