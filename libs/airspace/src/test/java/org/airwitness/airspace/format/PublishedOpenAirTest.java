package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Real and invented OpenAir files against results computed by independent programs. */
class PublishedOpenAirTest {
  /** How often these occur depends on how arcs are cut. */
  private static final List<String> OF_CUTTING = List.of("GEOM_REPEAT", "GEOM_INVALID");

  /** The expected results count the airspaces kept out, not their reasons. */
  private static final List<String> OF_QUARANTINE = List.of("GEOM_SHORT", "GEOM_MASK");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "AU_DAA.txt",
        "CA_National.txt",
        "CH_Switzerland.txt",
        "CH_wildlife_meters.txt",
        "CZ_National.txt",
        "DE_Military_Low_Flying.txt",
        "DE_mosel25.txt",
        "FR_france.txt",
        "FR_zsm_2026-05-06.txt",
        "SI_230525.openair",
        "XCSOAR_test.txt"
      })
  void readsEveryAirspaceOfPublishedFileWithExpectedIssues(String name) {
    ZoneImport read = read(TestData.external("openair/" + name));
    JsonNode expected = TestData.externalJson("golden/issues.json").get("openair/" + name);

    assertThat(countByCode(read)).isEqualTo(IssueCounts.expected(expected.get("issues")));
    assertThat(read.quarantined()).hasSize(expected.get("quarantined").asInt());
    int records = expected.get("records").asInt() - expected.get("style_only").asInt();
    assertThat(read.zones()).hasSize(records - read.quarantined().size());
    assertThat(read.zones())
        .filteredOn(zone -> zone.volumes().getFirst().shape() instanceof Circle)
        .hasSize(expected.get("circles").asInt());
  }

  @Test
  void readsInventedTrapsAsExpected() {
    ZoneImport read = read(TestData.external("synthetic/openair_traps.txt"));
    JsonNode expected =
        TestData.externalJson("synthetic/openair.expected.json").get("openair_traps.txt");

    assertThat(countByCode(read).get("OA_SEMICOLON"))
        .isEqualTo(expected.get("semicolon_lines").asInt());
    assertThat(countByCode(read).get("OA_SKIPPED"))
        .isEqualTo(expected.get("skipped_commands").asInt());
    for (JsonNode record : expected.get("records")) {
      String name = record.get("name").asText();
      if (record.path("status").asText().equals("QUARANTINED")) {
        assertThat(read.quarantined()).extracting(zone -> zone.name()).containsExactly(name);
      } else {
        assertMatches(find(read, name), record);
      }
    }
    ZoneIndex index = ZoneIndex.of(read.zones());
    for (JsonNode check : expected.get("horizontal_checks")) {
      List<String> inside =
          index.at(check.get("lon").asDouble(), check.get("lat").asDouble()).stream()
              .map(zone -> zone.name().substring(0, 3))
              .toList();
      assertThat(inside).as(check.toString()).isEqualTo(texts(check.get("inside")));
    }
  }

  private static void assertMatches(Zone zone, JsonNode record) {
    Limit lower = zone.volumes().getFirst().lower();
    assertLimit(lower, record.get("lower"), record.toString());
    assertLimit(zone.volumes().getFirst().upper(), record.get("upper"), record.toString());
    assertThat(zone.activation() == Activation.BY_NOTAM)
        .as(record.toString())
        .isEqualTo(record.path("activation").asText().equals("BY_NOTAM"));
    if (record.has("radius_m")) {
      assertThat(((Circle) zone.volumes().getFirst().shape()).radiusM())
          .isCloseTo(record.get("radius_m").asDouble(), within(1e-6));
    }
    List<String> windows = new ArrayList<>();
    record
        .path("windows")
        .forEach(w -> windows.add(w.get(0).asText("null") + "/" + w.get(1).asText("null")));
    assertThat(zone.applicability())
        .extracting(period -> period.from() + "/" + period.to())
        .isEqualTo(windows);
  }

  private static void assertLimit(Limit limit, JsonNode expected, String record) {
    if (expected.has("not_stated")) {
      assertThat(limit.bounds()).as(record).isFalse();
    } else if (expected.has("unlimited")) {
      assertThat(limit.kind()).as(record).isEqualTo(Limit.Kind.UNLIMITED);
    } else {
      assertThat(limit.value()).as(record).isEqualTo(expected.get("value").asDouble());
      assertThat(limit.unit().name()).as(record).isEqualTo(expected.get("unit").asText());
      assertThat(limit.datum().name()).as(record).isEqualTo(expected.get("ref").asText());
    }
  }

  @Test
  void readsOldWindowsText() {
    ZoneImport read = read(TestData.external("synthetic/openair_cp1252.txt"));
    assertThat(read.zones())
        .extracting(Zone::name)
        .containsExactly("Übungsgebiet Süd – Höhe geprüft");
    assertThat(countByCode(read)).isEqualTo(Map.of("DOC_ENCODING", 1, "VERT_UNIT_ASSUMED", 1));
  }

  @ParameterizedTest(name = "{0}: {1} zones, {2}")
  @CsvSource({
    "polygon, 1, ''",
    "inline-comments, 1, ''",
    "circular, 1, ''",
    "airway, 1, ''",
    "ignored-only, 0, DOC_EMPTY",
    "without-ac, 0, DOC_EMPTY OA_BEFORE_AC",
    "empty-name, 1, OA_NO_NAME",
    "missing-AY, 1, ''",
    "single-airspace-ag-but-missing-af, 1, ''",
    "skipped-tokens, 1, OA_SKIPPED",
    "transponder-code-invalid, 1, ''",
    "missing-ah-al, 1, ''",
    "ceiling-definitions-duplicate, 1, OA_DUPLICATE",
    "ceiling-definitions-al-greater-ah, 1, VERT_INVERTED",
    "check-limits-unit-conversion, 1, OA_SKIPPED",
    "round-altitude-values, 1, ''",
    "meter-altitude-unit, 1, ''",
    "flight-level-missing-number, 1, VERT_TEXT_UNPARSED",
    "activation-times-invalid, 1, TIME_ORDER",
    "activation-times-invalid-with-none, 1, TIME_BY_NOTAM",
    "activation-times-invalid-with-none-none, 1, TIME_FORMAT",
    "coordinate-minutes-60, 1, OA_SIXTY",
    "coordinate-seconds-60, 1, GEOM_INVALID OA_SIXTY",
    "invalid-coordinates, 1, GEOM_INVALID GEOM_OPEN OA_COORD",
    "self-intersecting, 1, GEOM_INVALID",
    "circular-invalid, 1, GEOM_INVALID",
    "do-not-split-into-multipolygon, 1, GEOM_INVALID",
    "insufficient-coordinates, 0, GEOM_SHORT",
    "laser-beam, 1, ''"
  })
  void judgesFixturesOfAStrictParserItsOwnWay(String fixture, int zones, String codes) {
    ZoneImport read = read(TestData.external("openair/openaip_fixtures/" + fixture + ".txt"));
    assertThat(read.zones()).hasSize(zones);
    Map<String, Integer> counts = IssueCounts.found(read);
    counts.remove("GEOM_REPEAT");
    assertThat(counts.keySet())
        .containsExactlyInAnyOrder(codes.isEmpty() ? new String[0] : codes.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "polygon",
        "inline-comments",
        "circular",
        "arc-ccw",
        "arc-cw",
        "arc-cw-ccw",
        "arc-first",
        "arc-angle-cw",
        "arc-angle-single-vx"
      })
  void drawsTheSameAreasAsAnotherParser(String fixture) {
    String path = "openair/openaip_fixtures/" + fixture;
    ZoneImport read = read(TestData.external(path + ".txt"));
    JsonNode expected = TestData.externalJson(path + "-result.json").get("features");
    JsonNode drawn = TestData.json(new GeoJsonZoneWriter().write(read.zones()).getBytes(UTF_8));

    assertThat(read.zones()).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(read.zones().get(i).name())
          .isEqualTo(expected.get(i).at("/properties/name").asText());
      Geometry ours = geometry(drawn.get("features").get(i));
      Geometry theirs = geometry(expected.get(i));
      assertThat(ours.symDifference(theirs).getArea()).isLessThan(0.005 * theirs.getArea());
    }
  }

  private static Geometry geometry(JsonNode feature) {
    List<Coordinate> shell = new ArrayList<>();
    feature
        .at("/geometry/coordinates/0")
        .forEach(p -> shell.add(new Coordinate(p.get(0).asDouble(), p.get(1).asDouble())));
    return new GeometryFactory().createPolygon(shell.toArray(Coordinate[]::new)).buffer(0);
  }

  private static Zone find(ZoneImport read, String name) {
    return read.zones().stream().filter(z -> z.name().equals(name)).findFirst().orElseThrow();
  }

  private static ZoneImport read(byte[] document) {
    return new OpenAirReader(SourceProfile.of("test", DocumentFormat.OPENAIR)).read(document);
  }

  private static Map<String, Integer> countByCode(ZoneImport read) {
    Map<String, Integer> counts = IssueCounts.found(read);
    counts.keySet().removeAll(OF_CUTTING);
    counts.keySet().removeAll(OF_QUARANTINE);
    return counts;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
