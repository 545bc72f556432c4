package org.airwitness.zone.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneImportIT {
  private final ZoneApi api = ZoneApi.ofNewAgency();

  @Test
  void storesWhatIsGoodAndListsWhatIsNot() throws IOException {
    api.load("ed269", fixture())
        .then()
        .statusCode(200)
        .body("format", equalTo("ed269"))
        .body("read", equalTo(3))
        .body("imported", equalTo(2))
        .body("unchanged", equalTo(0))
        .body("refused", equalTo(1))
        .body("zones", hasSize(2))
        .body("issues.code", hasItem("GEOM_RADIUS"))
        .body("issues.find { it.code == 'GEOM_RADIUS' }.path", containsString("/features/2"));
    api.list("").then().body("items.properties.name", containsInAnyOrder("Harbour", "Airfield"));
  }

  @Test
  void importsTheSameAgainAsUnchanged() throws IOException {
    List<String> ids = api.load("ed269", fixture()).then().extract().path("zones");
    api.load("ed269", fixture())
        .then()
        .body("imported", equalTo(0))
        .body("unchanged", equalTo(2))
        .body("zones", equalTo(ids));
    api.list("").then().body("items", hasSize(2));
  }

  @Test
  void replacesAZoneThatWasPublishedAnew() throws IOException {
    List<String> ids = api.load("ed269", fixture()).then().extract().path("zones");
    String renamed = new String(fixture(), UTF_8).replace("Harbour", "New harbour");
    api.load("ed269", renamed.getBytes(UTF_8))
        .then()
        .body("imported", equalTo(1))
        .body("replaced", equalTo(1))
        .body("unchanged", equalTo(1))
        .body("zones", equalTo(ids));
    api.list("")
        .then()
        .body("items.properties.name", containsInAnyOrder("Airfield", "New harbour"));
  }

  @Test
  void importsGeoJson() {
    String collection =
        "{\"type\":\"FeatureCollection\",\"features\":[%s,%s]}"
            .formatted(ZoneApi.square("A", 1, 1, 1), ZoneApi.square("B", 3, 1, 1));
    api.load("geojson", collection.getBytes(UTF_8))
        .then()
        .statusCode(200)
        .body("read", equalTo(2))
        .body("imported", equalTo(2))
        .body("refused", equalTo(0));
  }

  @Test
  void keepsPublicationsOfAgenciesApart() throws IOException {
    ZoneApi other = ZoneApi.ofNewAgency();
    List<String> ids = api.load("ed269", fixture()).then().extract().path("zones");
    List<String> others =
        other.load("ed269", fixture()).then().body("imported", equalTo(2)).extract().path("zones");
    assertThat(others).doesNotContainAnyElementsOf(ids);
    other.as("agency-admin").delete(ZoneApi.ZONES + "/" + others.getFirst()).then().statusCode(204);
    api.list("").then().body("items", hasSize(2));
  }

  @Test
  void saysWhereADocumentIsNoJson() {
    api.load("ed269", "{\"features\":\n[}".getBytes(UTF_8))
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("line 2 column 2"));
  }

  @Test
  void namesTheFormatsThereAre() {
    for (String format : List.of("shapefile", "geojson-mapped", "")) {
      api.load(format, "{}".getBytes(UTF_8))
          .then()
          .statusCode(400)
          .body("field", equalTo("format"))
          .body("detail", containsString("geojson, ed269, ed318, openair"));
    }
  }

  @Test
  void namesTheSourcesThereAre() {
    api.loadFrom("nowhere", "{}".getBytes(UTF_8))
        .then()
        .statusCode(400)
        .body("field", equalTo("source"))
        .body("detail", containsString("ro-romatsa"));
  }

  @Test
  void importsOpenAirAndShowsWhatItHolds() {
    String record =
        """
        AC R
        AN Range
        AL GND
        AH 2500FT AMSL
        V X=10:30:00 N 030:00:00 W
        DC 2.5
        """;
    api.load("openair", record.getBytes(UTF_8))
        .then()
        .statusCode(200)
        .body("format", equalTo("openair"))
        .body("imported", equalTo(1));
    api.load("openair", record.getBytes(UTF_8)).then().body("unchanged", equalTo(1));
    api.list("")
        .then()
        .body("items.properties.restriction", equalTo(List.of("REQ_AUTHORISATION")))
        .body("items[0].properties.circle.radiusM", equalTo(4630.0f));
  }

  @Test
  void importsThePublicationOfAKnownSource() {
    String document =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature",
          "geometry":{"type":"Polygon","coordinates":[[[24,45],[25,45],[25,46],[24,45]]]},
          "properties":{"zone_id":"RZ 1","lower_lim":"GND","upper_lim":"BY NOTAM",
            "status":"RESTRICTED","contact":"tower"}}]}
        """;
    api.loadFrom("ro-romatsa", document.getBytes(UTF_8))
        .then()
        .statusCode(200)
        .body("format", equalTo("geojson-mapped"))
        .body("imported", equalTo(1))
        .body("issues.code", hasItem("TIME_BY_NOTAM"));
    api.list("")
        .then()
        .body("items[0].properties.activation", equalTo("BY_NOTAM"))
        .body("items[0].properties.message", equalTo("tower"));
  }

  @Test
  void refusesADocumentWithTooManyZones() {
    String zone = ZoneApi.square("A", 1, 1, 1);
    String collection =
        "{\"type\":\"FeatureCollection\",\"features\":["
            + (zone + ",").repeat(10_000)
            + zone
            + "]}";
    api.load("geojson", collection.getBytes(UTF_8))
        .then()
        .statusCode(413)
        .body("detail", containsString("10000"));
    api.list("").then().body("items", hasSize(0));
  }

  @Test
  void storesTenThousandZonesAtOnceAndPagesThroughThem() throws IOException {
    String collection =
        Stream.iterate(0, i -> i + 1)
            .limit(10_000)
            .map(i -> ZoneApi.square("Zone " + i, i % 100, i / 200, 0.5))
            .collect(
                java.util.stream.Collectors.joining(
                    ",", "{\"type\":\"FeatureCollection\",\"features\":[", "]}"));
    api.load("geojson", collection.getBytes(UTF_8))
        .then()
        .statusCode(200)
        .body("imported", equalTo(10_000));
    assertThat(idsPageByPage()).hasSize(10_000);
  }

  @Test
  void storesOrListsEveryZoneOfNationalPublications() throws IOException {
    Path directory = Path.of(System.getProperty("airwitness.test-data"), "zones", "ed269");
    if (!Files.isDirectory(directory)) {
      System.out.println("SKIPPED: national zone publications are absent: " + directory);
      Assumptions.abort("absent: " + directory);
    }
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".json")).sorted().toList()) {
        storesOrListsEveryZone(file);
      }
    }
  }

  private void storesOrListsEveryZone(Path file) throws IOException {
    ZoneApi agency = ZoneApi.ofNewAgency();
    int published = entries(Files.readAllBytes(file));
    ValidatableResponse answer =
        agency.load("ed269", Files.readAllBytes(file)).then().statusCode(200);
    int imported = answer.extract().path("imported");
    int refused = answer.extract().path("refused");
    assertThat(answer.extract().<Integer>path("read")).as("%s", file).isEqualTo(published);
    assertThat(imported + refused).as("%s", file).isEqualTo(published);
    if (refused > 0) {
      answer.body("issues.severity", hasItem("ERROR"));
    }
    agency.load("ed269", Files.readAllBytes(file)).then().body("unchanged", equalTo(imported));
    System.out.printf("%s: %d zones, %d refused%n", file.getFileName(), published, refused);
  }

  private static int entries(byte[] document) throws IOException {
    JsonNode root = new ObjectMapper().readTree(document);
    for (String list : List.of("features", "UASZoneList", "uas_zones")) {
      if (root.has(list)) {
        return root.path(list).size();
      }
    }
    return root.size();
  }

  private Set<String> idsPageByPage() {
    Set<String> ids = new HashSet<>();
    String next = "";
    do {
      var page = api.list("?limit=1000&after=" + next).then().statusCode(200).extract();
      ids.addAll(page.<List<String>>path("items.id"));
      next = page.path("next");
    } while (next != null);
    return ids;
  }

  private static byte[] fixture() throws IOException {
    try (var in = ZoneImportIT.class.getResourceAsStream("/zones/ed269.json")) {
      return in.readAllBytes();
    }
  }
}
