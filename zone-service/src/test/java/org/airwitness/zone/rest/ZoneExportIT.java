package org.airwitness.zone.rest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.airwitness.zone.rest.ZoneApi.ZONES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.edition.EditionDiff;
import org.airwitness.airspace.format.DocumentFormat;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.ZoneReaders;
import org.airwitness.platform.testing.Engines;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "zone"))
class ZoneExportIT {
  private final ZoneApi api = ZoneApi.ofNewAgency();

  private Response export(ZoneApi from, String query) {
    return from.as("viewer").get(ZONES + "/export?" + query);
  }

  /** Imports what was exported, exports that, and compares the zones of both. */
  private EditionDiff roundTrip(DocumentFormat format, byte[] first) {
    String label = label(format);
    ZoneApi other = ZoneApi.ofNewAgency();
    other.load(label, first).then().statusCode(200).body("refused", equalTo(0));
    byte[] second = export(other, "format=" + label).then().statusCode(200).extract().asByteArray();
    List<Zone> before = zones(format, first);
    assertThat(before).isNotEmpty();
    return EditionDiff.between(before, zones(format, second));
  }

  private static String label(DocumentFormat format) {
    return format.name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Zone> zones(DocumentFormat format, byte[] document) {
    return ZoneReaders.read(document, SourceProfile.of("test", format), Instant.EPOCH).zones();
  }

  private static void assertSame(EditionDiff diff, int zones) {
    assertThat(diff.added()).isEmpty();
    assertThat(diff.removed()).isEmpty();
    assertThat(diff.changed()).isEmpty();
    assertThat(diff.unchanged()).isEqualTo(zones);
  }

  @ParameterizedTest
  @EnumSource(
      value = DocumentFormat.class,
      names = {"ED269", "ED318", "GEOJSON"})
  void importsWhatItExportsAsTheSame(DocumentFormat format) throws IOException {
    try (var in = ZoneExportIT.class.getResourceAsStream("/zones/ed269.json")) {
      api.load("ed269", in.readAllBytes()).then().statusCode(200);
    }
    api.post(
            "{\"type\":\"Feature\",\"properties\":{\"name\":\"Mast\",\"restriction\":\"CONDITIONAL\",\"radiusM\":150.5,\"message\":\"Ask first\",\"reason\":[\"EMERGENCY\"],\"applicability\":[{\"permanent\":\"NO\",\"startDateTime\":\"2026-08-14T06:00:00Z\",\"endDateTime\":\"2026-08-14T20:00:00Z\",\"schedule\":[{\"day\":[\"FRI\"],\"startTime\":\"08:00:00Z\",\"endTime\":\"10:00:00Z\"}]}]},\"geometry\":{\"type\":\"Point\",\"coordinates\":[23.3,42.7]}}")
        .then()
        .statusCode(201);
    byte[] document =
        export(api, "format=" + label(format)).then().statusCode(200).extract().asByteArray();
    // GeoJSON of ours has one pair of limits for each zone; the airfield has two, which is told.
    boolean inParts = format == DocumentFormat.GEOJSON;
    assertSame(roundTrip(format, document), inParts ? 4 : 3);
    List<String> losses =
        export(api, "losses=true&format=" + label(format)).then().extract().path("losses.code");
    assertThat(losses.contains("ZONE_PARTS")).isEqualTo(inParts);
  }

  @Test
  void givesADrawnZoneBackExactly() {
    String drawn =
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"Island\",\"identifier\":\"I1\",\"country\":\"XTS\",\"restriction\":\"PROHIBITED\",\"lowerM\":30.5,\"lowerDatum\":\"AMSL\",\"upperM\":120},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[8,50],[9,50],[9,51],[8,50]],[[8.5,50.1],[8.6,50.2],[8.7,50.1],[8.5,50.1]]]}}";
    api.post(drawn).then().statusCode(201);
    byte[] document =
        export(api, "format=geojson")
            .then()
            .statusCode(200)
            .header("Zone-Losses", "0")
            .header("Content-Type", containsString("application/geo+json"))
            .extract()
            .asByteArray();
    assertSame(
        EditionDiff.between(
            zones(DocumentFormat.GEOJSON, drawn.getBytes(UTF_8)),
            zones(DocumentFormat.GEOJSON, document)),
        1);
  }

  @Test
  void writesTheValidityIntoThePeriods() {
    api.post(
            ZoneApi.feature(
                "\"name\":\"A\",\"restriction\":\"PROHIBITED\",\"validUntil\":\"2999-01-01T00:00:00Z\"",
                "[[[10,50],[10.1,50],[10.1,50.1],[10,50]]]"))
        .then()
        .statusCode(201);
    export(api, "format=ed269")
        .then()
        .body("features[0].applicability[0].endDateTime", equalTo("2999-01-01T00:00:00.00Z"))
        .body("features[0].applicability[0].permanent", equalTo("NO"));
  }

  @Test
  void exportsTheZonesThatAreAskedFor() {
    UUID west = api.createSquare("west", 10, 50, 0.1);
    UUID east = api.createSquare("east", 20, 50, 0.1);
    api.delete(east).then().statusCode(204);
    export(api, "format=geojson").then().body("features.id", equalTo(List.of(west.toString())));
    export(api, "format=geojson&status=withdrawn")
        .then()
        .body("features.id", equalTo(List.of(east.toString())));
    export(api, "format=geojson&status=any&bbox=19,49,21,51")
        .then()
        .body("features.id", equalTo(List.of(east.toString())));
    export(ZoneApi.ofNewAgency(), "format=geojson").then().body("features", hasSize(0));
  }

  @Test
  void tellsWhatAFormatCannotExpress() {
    api.createSquare("A name that is longer than seven letters", 10, 50, 0.1);
    export(api, "format=ed269").then().header("Zone-Losses", "1");
    export(api, "format=ed269&losses=true")
        .then()
        .statusCode(200)
        .body("zones", equalTo(1))
        .body("losses.code", hasItem("FIELD_LENGTH"))
        .body("losses[0].message", containsString("7 characters"));
  }

  @ParameterizedTest
  @CsvSource({
    "format=kml, format, 'ed269, ed318, geojson'",
    "bbox=1, format, ed269",
    "format=ed269&bbox=1, bbox, degrees",
    "format=ed269&status=old, status, draft",
    "format=ed269&language=!, language, de-CH"
  })
  void saysWhatIsWrongWithARequest(String query, String field, String said) {
    export(api, query)
        .then()
        .statusCode(400)
        .body("field", equalTo(field))
        .body("detail", containsString(said));
  }

  @Test
  void exportsNationalPublicationsAsTheyWere() throws IOException {
    Path zones = Path.of(System.getProperty("airwitness.test-data"), "zones");
    if (!Files.isDirectory(zones)) {
      System.out.println("SKIPPED: national zone publications are absent: " + zones);
      Assumptions.abort("absent: " + zones);
    }
    exportsAsItWas(DocumentFormat.ED269, zones.resolve("ed269/BG_2026-07-30.json"));
    exportsAsItWas(DocumentFormat.ED318, zones.resolve("ed318/IE_2026-08.geojson"));
    exportsAsItWas(DocumentFormat.GEOJSON, zones.resolve("geojson/LU_2026-08-17_derived.geojson"));
  }

  private void exportsAsItWas(DocumentFormat format, Path file) throws IOException {
    ZoneApi agency = ZoneApi.ofNewAgency();
    String label = label(format);
    byte[] published = Files.readAllBytes(file);
    int imported = agency.load(label, published).then().statusCode(200).extract().path("imported");
    Response exported = export(agency, "format=" + label);
    EditionDiff diff = roundTrip(format, exported.asByteArray());
    assertSame(diff, imported);
    EditionDiff toPublished =
        EditionDiff.between(zones(format, published), zones(format, exported.asByteArray()));
    System.out.printf(
        "%s: %d zones, %d unchanged, %d changed %s, losses %s%n",
        file.getFileName(),
        imported,
        toPublished.unchanged(),
        toPublished.changed().size(),
        toPublished.changed().stream().flatMap(c -> c.fields().stream()).distinct().toList(),
        exported.header("Zone-Losses"));
    assertThat(toPublished.added()).isEmpty();
    assertThat(toPublished.removed()).isEmpty();
  }
}
