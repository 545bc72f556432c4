package org.airwitness.zone.rest;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.airwitness.zone.imports.ZoneReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneSetIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final ZoneApi api = ZoneApi.ofNewAgency();
  private final String name = "set-" + UUID.randomUUID();

  @Inject AgencyDatabase database;
  @Inject ZoneReading reading;

  /** Squares from number to number, each with a size in degrees. */
  private static String squares(int from, int to, double sizeDeg) {
    return IntStream.range(from, to)
        .mapToObj(i -> ZoneApi.square("Zone " + i, i % 100 * 0.02, i / 100 * 0.02, sizeDeg))
        .collect(Collectors.joining(",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
  }

  private static RequestSpecification platform() {
    return given().auth().oauth2(Tokens.platformAdmin());
  }

  private Response load(RequestSpecification as, String document, String... parameters) {
    RequestSpecification request =
        as.contentType("application/json")
            .body(document.getBytes(UTF_8))
            .queryParam("format", "geojson")
            .queryParam("set", name);
    for (int i = 0; i < parameters.length; i += 2) {
      request.queryParam(parameters[i], parameters[i + 1]);
    }
    return request.post(ZONES + "/import");
  }

  private Response load(String document, String... parameters) {
    return load(api.as("agency-admin"), document, parameters);
  }

  private ValidatableResponse job(String id) {
    return api.as("agency-admin").get(ZONES + "/jobs/" + id).then().statusCode(200);
  }

  private String set() {
    return api.as("viewer")
        .get(ZONES + "/sets")
        .then()
        .statusCode(200)
        .extract()
        .path("items.find { it.name == '%s' }.id".formatted(name));
  }

  private int zonesOver(ZoneApi agency, double lon, double lat) {
    return agency
        .as("viewer")
        .contentType("application/json")
        .body("{\"lon\":%s,\"lat\":%s}".formatted(lon, lat))
        .post(ZONES + "/check")
        .then()
        .statusCode(200)
        .extract()
        .<List<Object>>path("zones")
        .size();
  }

  @Test
  void makesTheNextEditionOfASet() {
    load(squares(0, 10, 0.5))
        .then()
        .statusCode(200)
        .body("edition", equalTo(1))
        .body("imported", equalTo(10));
    String changed =
        squares(1, 12, 0.5)
            .replace(
                "Zone 5\",\"restriction\":\"PROHIBITED", "Zone 5\",\"restriction\":\"CONDITIONAL");
    String job =
        load(changed)
            .then()
            .statusCode(200)
            .body("edition", equalTo(2))
            .body("imported", equalTo(3))
            .body("replaced", equalTo(1))
            .body("removed", equalTo(1))
            .body("unchanged", equalTo(8))
            .extract()
            .path("job");
    job(job)
        .body("state", equalTo("done"))
        .body("counts.added", equalTo(2))
        .body("differences.added.identifier", equalTo(List.of("Zone 10", "Zone 11")))
        .body("differences.removed.identifier", equalTo(List.of("Zone 0")))
        .body("differences.changed[0].identifier", equalTo("Zone 5"))
        .body("differences.changed[0].fields", equalTo(List.of("restriction")));
    api.list("?set=" + set()).then().body("items", hasSize(11));
    api.list("?status=withdrawn").then().body("items.properties.name", equalTo(List.of("Zone 0")));
    api.as("viewer")
        .get(ZONES + "/sets/" + set())
        .then()
        .body("edition", equalTo(2))
        .body("result", startsWith("edition 2: 2 added, 1 removed, 1 changed"));
  }

  @Test
  void refusesAnEditionThatLosesTooMuchUnlessSomebodySaysWhy() {
    load(squares(0, 10, 0.5)).then().statusCode(200);
    load(squares(0, 5, 0.5))
        .then()
        .statusCode(409)
        .body("detail", containsString("5 of 10 zones are gone"));
    api.list("").then().body("items", hasSize(10));
    api.as("viewer")
        .get(ZONES + "/sets/" + set())
        .then()
        .body("edition", equalTo(1))
        .body("result", containsString("refused: DOC_SHRINK"));

    String job =
        load(squares(0, 5, 0.5), "override", "the publisher moved its parks elsewhere")
            .then()
            .statusCode(200)
            .body("removed", equalTo(5))
            .extract()
            .path("job");
    job(job).body("override", equalTo("the publisher moved its parks elsewhere"));
    api.as("agency-admin")
        .get(ZONES + "/jobs/" + job + "/issues")
        .then()
        .body("items.code", hasItem("DOC_SHRINK"))
        .body("items.find { it.code == 'DOC_SHRINK' }.message", containsString("moved its parks"));
    api.list("").then().body("items", hasSize(5));
  }

  @Test
  void tellsWhatWouldHappenAndStoresNothing() {
    load(squares(0, 10, 0.5)).then().statusCode(200);
    load(squares(0, 12, 0.5), "dryRun", "true")
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("imported", equalTo(2));
    api.list("").then().body("items", hasSize(10));
    api.as("viewer").get(ZONES + "/sets/" + set()).then().body("edition", equalTo(1));
  }

  @Test
  void carriesAnImportOutAfterTheAnswer() {
    String id =
        load(squares(0, 3000, 0.5), "job", "true")
            .then()
            .statusCode(202)
            .header("Location", containsString("/jobs/"))
            .body("state", equalTo("queued"))
            .extract()
            .path("id");
    await().atMost(LIMIT).untilAsserted(() -> job(id).body("state", equalTo("done")));
    job(id).body("counts.added", equalTo(3000)).body("finishedAt", notNullValue());
    api.as("agency-admin").get(ZONES + "/jobs").then().body("items.id", equalTo(List.of(id)));
  }

  @Test
  void takesUpAnImportThatAKilledInstanceLeftAndEndsOneThatCannotBe() {
    load(squares(0, 10, 0.5)).then().statusCode(200);
    String set = set();
    // As left behind: claimed, half done, the lease over.
    UUID resumable = leftBehind(set, squares(0, 12, 0.5), 1);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> job(resumable.toString()).body("state", equalTo("done")));
    api.list("").then().body("items", hasSize(12));

    UUID deadly = leftBehind(set, squares(0, 13, 0.5), 3);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> job(deadly.toString()).body("state", equalTo("failed")));
    job(deadly.toString()).body("reason", containsString("3 times"));

    UUID interrupted = leftBehind(set, null, 1);
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> job(interrupted.toString()).body("state", equalTo("failed")));
    job(interrupted.toString()).body("reason", containsString("import it again"));
    api.list("").then().body("items", hasSize(12));
    load(squares(0, 12, 0.5)).then().statusCode(200);
  }

  private UUID leftBehind(String set, String document, int attempts) {
    UUID job = UUID.randomUUID();
    database
        .inAgency(
            new AgencyId(api.agency()),
            connection ->
                connection
                    .preparedQuery(
                        "insert into import_job (agency_id, job_id, set_id, format, dry_run, state,"
                            + " document, created_at, created_by)"
                            + " values ($1, $2, $3, 'geojson', false, 'storing', $4, now(), 'x')")
                    .execute(
                        Tuple.of(
                            api.agency(),
                            job,
                            UUID.fromString(set),
                            document == null ? null : io.vertx.core.buffer.Buffer.buffer(document)))
                    .chain(() ->
                        connection
                            .preparedQuery(
                                "insert into zone_work (agency_id, work_id, due_at, attempts)"
                                    + " values ($1, $2, now() - interval '1 s', $3)")
                            .execute(Tuple.of(api.agency(), job, attempts))))
        .await()
        .atMost(LIMIT);
    return job;
  }

  @Test
  void importsOneEditionOfASetAtATimeAndHoldsItAsLongAsItTakes() {
    load(squares(0, 10, 0.5)).then().statusCode(200);
    CountDownLatch readable = new CountDownLatch(1);
    var _ = reading.large(() -> hold(readable)).subscribeAsCompletionStage();
    String waiting =
        load(squares(0, 11, 0.5), "job", "true").then().statusCode(202).extract().path("id");
    try {
      await().atMost(LIMIT).untilAsserted(() -> job(waiting).body("state", equalTo("reading")));
      load(squares(0, 12, 0.5)).then().statusCode(409).body("detail", containsString("under way"));
      OffsetDateTime leased = leaseEnds(waiting);
      await().atMost(LIMIT).until(() -> leaseEnds(waiting).isAfter(leased));
    } finally {
      readable.countDown();
    }
    await().atMost(LIMIT).untilAsserted(() -> job(waiting).body("state", equalTo("done")));
    load(squares(0, 12, 0.5)).then().statusCode(200);
    api.list("").then().body("items", hasSize(12));
  }

  private static boolean hold(CountDownLatch latch) {
    try {
      return latch.await(2 * LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void forgetsOldImportsButNotThoseOfTheLastEditions() {
    String first = load(squares(0, 10, 0.5)).then().statusCode(200).extract().path("job");
    String dry =
        load(squares(0, 11, 0.5), "dryRun", "true").then().statusCode(200).extract().path("job");
    String alone =
        api.load(
                "geojson",
                "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
                    .formatted(
                        ZoneApi.square("Pier", 3, 3, 0.1), ZoneApi.square("Pier", 3, 3, -200))
                    .getBytes(UTF_8))
            .then()
            .statusCode(200)
            .extract()
            .path("job");
    String issues = "select 1 from import_issue where job_id = '%s'".formatted(alone);
    assertThat(rows(api.agency(), issues)).isPositive();
    rows(api.agency(), "update import_job set finished_at = now() - interval '91 days'");

    load(squares(0, 10, 0.6)).then().statusCode(200);
    job(first).body("edition", equalTo(1));
    api.as("agency-admin").get(ZONES + "/jobs/" + dry).then().statusCode(404);
    api.as("agency-admin").get(ZONES + "/jobs/" + alone).then().statusCode(404);
    assertThat(rows(api.agency(), issues)).isZero();
    api.as("agency-admin").get(ZONES + "/quarantine").then().body("items", hasSize(0));
    api.list("").then().body("items", hasSize(11));
  }

  private OffsetDateTime leaseEnds(String job) {
    return database
        .inAgency(
            new AgencyId(api.agency()),
            connection ->
                connection
                    .preparedQuery("select due_at from zone_work where work_id = $1")
                    .execute(Tuple.of(UUID.fromString(job)))
                    .map(rows -> rows.iterator().next().getOffsetDateTime(0)))
        .await()
        .atMost(LIMIT);
  }

  @Test
  void keepsAndShowsWhatCannotBeUsed() {
    String line =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"Cable\",\"restriction\":\"PROHIBITED\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,1],[2,1],[1,1]]]}}";
    String document = squares(0, 30, 0.5);
    document = document.substring(0, document.length() - 2) + "," + line + "]}";
    load(document).then().statusCode(200).body("refused", equalTo(1));
    String id =
        api.as("agency-admin")
            .get(ZONES + "/quarantine")
            .then()
            .statusCode(200)
            .body("items.name", equalTo(List.of("Cable")))
            .body("items[0].issues.code", equalTo(List.of("GEOM_SHORT")))
            .body("items[0].raw", containsString("Cable"))
            .extract()
            .path("items[0].id");
    api.as("agency-admin").get(ZONES + "/quarantine/" + id).then().statusCode(200);
    ZoneApi other = ZoneApi.ofNewAgency();
    other.as("agency-admin").get(ZONES + "/quarantine/" + id).then().statusCode(404);
    load(squares(0, 30, 0.5)).then().statusCode(200);
    api.as("agency-admin").get(ZONES + "/quarantine").then().body("items", hasSize(0));
  }

  @Test
  void sharesASetWithThoseWhoSubscribe() {
    ZoneApi other = ZoneApi.ofNewAgency();
    load(platform(), ZoneApi.square("Ours", 70, 10, 0.5)).then().statusCode(200);
    String set = set();
    assertThat(zonesOver(api, 70.2, 10.2)).isZero();
    api.as("agency-admin").put(ZONES + "/sets/" + set + "/subscription").then().statusCode(204);

    assertThat(zonesOver(api, 70.2, 10.2)).isOne();
    assertThat(zonesOver(other, 70.2, 10.2)).isZero();
    String zone =
        api.list("")
            .then()
            .body("items", hasSize(1))
            .body("items[0].properties.shared", equalTo(true))
            .extract()
            .path("items[0].id");
    other.as("viewer").get(ZONES + "/" + zone).then().statusCode(404);
    other.list("").then().body("items", hasSize(0));
    // Read only, and nobody else's to change.
    api.as("agency-admin").delete(ZONES + "/" + zone).then().statusCode(404);
    api.as("agency-admin").delete(ZONES + "/sets/" + set).then().statusCode(409);
    api.as("agency-admin")
        .header("If-Match", "*")
        .contentType("application/json")
        .body(ZoneApi.square("Mine", 70, 10, 0.5))
        .put(ZONES + "/" + zone)
        .then()
        .statusCode(409);

    load(platform(), ZoneApi.square("Ours", 70, 10, 0.6)).then().statusCode(200);
    assertThat(zonesOver(api, 70.55, 10.55)).isOne();
    api.as("agency-admin").delete(ZONES + "/sets/" + set + "/subscription").then().statusCode(204);
    assertThat(zonesOver(api, 70.2, 10.2)).isZero();
    platform().delete(ZONES + "/sets/" + set).then().statusCode(204);
  }

  @Test
  void theDatabaseItselfKeepsSharedZonesFromBeingChangedAndFromStrangers() {
    load(platform(), ZoneApi.square("Ours", 71, 10, 0.5)).then().statusCode(200);
    api.as("agency-admin").put(ZONES + "/sets/" + set() + "/subscription").then().statusCode(204);
    assertThat(rows(api.agency(), "select 1 from zone where agency_id = '~shared'")).isPositive();
    assertThat(rows(api.agency(), "update zone set name = 'x' where agency_id = '~shared'"))
        .isZero();
    assertThat(rows(api.agency(), "delete from zone where agency_id = '~shared'")).isZero();
    assertThat(rows(api.agency(), "update zone_set set name = 'x' where agency_id = '~shared'"))
        .isZero();
    assertThat(rows(ZoneApi.ofNewAgency().agency(), "select 1 from zone")).isZero();
    assertThat(rows(ZoneApi.ofNewAgency().agency(), "select 1 from set_subscription")).isZero();
    ZoneApi other = ZoneApi.ofNewAgency();
    other.createSquare("theirs", 1, 1, 0.1);
    assertThat(rows(AgencyId.SHARED.value(), "select 1 from zone where agency_id <> '~shared'"))
        .isZero();
  }

  private int rows(String agency, String sql) {
    return database
        .inAgency(
            new AgencyId(agency),
            connection -> connection.query(sql).execute().map(r -> r.rowCount()))
        .await()
        .atMost(LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "duty-officer", "investigator", "auditor"})
  void letsOnlyAdminsImportAndSubscribe(String role) {
    load(api.as(role), squares(0, 1, 0.5)).then().statusCode(403);
    api.as(role).get(ZONES + "/jobs").then().statusCode(403);
    api.as(role).get(ZONES + "/quarantine").then().statusCode(403);
    String set = ZONES + "/sets/" + UUID.randomUUID();
    api.as(role).put(set + "/subscription").then().statusCode(403);
    api.as(role).delete(set).then().statusCode(403);
    platform().put(set + "/subscription").then().statusCode(403);
  }

  @Test
  void answersForAnotherAgencysImportAndSetAsForUnknownOnes() {
    String job = load(squares(0, 1, 0.5)).then().statusCode(200).extract().path("job");
    String set = set();
    ZoneApi other = ZoneApi.ofNewAgency();
    other.as("agency-admin").get(ZONES + "/jobs/" + job).then().statusCode(404);
    other.as("agency-admin").get(ZONES + "/jobs/" + job + "/issues").then().statusCode(404);
    other.as("agency-admin").get(ZONES + "/sets/" + set).then().statusCode(404);
    other.as("agency-admin").delete(ZONES + "/sets/" + set).then().statusCode(404);
    other.as("agency-admin").put(ZONES + "/sets/" + set + "/subscription").then().statusCode(404);
    api.as("agency-admin").put(ZONES + "/sets/" + set + "/subscription").then().statusCode(409);
  }

  @Test
  void saysWhatIsWrongWithTheSet() {
    load(squares(0, 1, 0.5)).then().statusCode(200);
    api.as("agency-admin")
        .body("AC R")
        .queryParam("format", "openair")
        .queryParam("set", name)
        .post(ZONES + "/import")
        .then()
        .statusCode(409)
        .body("detail", containsString("format geojson"));
    api.as("agency-admin")
        .body("{}")
        .queryParam("format", "geojson")
        .queryParam("set", "Not A Name")
        .post(ZONES + "/import")
        .then()
        .statusCode(400)
        .body("field", equalTo("set"));
    load(squares(0, 1, 0.5), "override", " ")
        .then()
        .statusCode(400)
        .body("field", equalTo("override"));
  }
}
