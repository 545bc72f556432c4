package org.airwitness.airspace.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Verdict;
import org.airwitness.airspace.VerticalVerdict;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Real and invented ED-269 files against results computed by independent programs. */
class PublishedZonesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "BG_2026-07-30.json",
        "FI_2026-08-17_reconstructed.json",
        "CH_cis_sample.json",
        "CH_shape.json",
        "CH_uas_standards_test.json",
        "EUROCONTROL_swim_2020.json",
        "FI_shape.json",
        "LU_shape.json"
      })
  void readsEveryZoneOfPublishedFileWithExpectedIssues(String name) {
    assertAsExpected(read("ed269/" + name), "ed269/" + name);
  }

  private static void assertAsExpected(ZoneImport read, String name) {
    JsonNode expected = TestData.externalJson("golden/issues.json").get(name);
    List<Volume> volumes = read.zones().stream().flatMap(z -> z.volumes().stream()).toList();
    assertThat(read.zones()).hasSize(expected.get("zones").asInt());
    assertThat(volumes).hasSize(expected.get("volumes").asInt());
    assertThat(volumes.stream().filter(v -> v.shape() instanceof Circle))
        .hasSize(expected.get("circles").asInt());
    assertThat(IssueCounts.found(read)).isEqualTo(IssueCounts.expected(expected.get("issues")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "IE_2026-08.geojson",
        "IE_shape.json",
        "CH_sample.json",
        "eurocontrol/examples/Example_Collection.json",
        "eurocontrol/examples/Example_GeoZone_2_Layers.json",
        "eurocontrol/examples/Example_GeoZone_Circle.json",
        "eurocontrol/examples/Example_GeoZone_with_extension.json",
        "eurocontrol/examples/InvalidExample_GeoZone_2_Layers.json"
      })
  void readsEveryZoneOfPublishedEd318FileWithExpectedIssues(String name) {
    ZoneImport read =
        new Ed318Reader(SourceProfile.of("test", DocumentFormat.ED318))
            .read(TestData.external("ed318/" + name));
    assertAsExpected(read, "ed318/" + name);
  }

  @ParameterizedTest
  @CsvSource({"ro-romatsa, RO_2026-03-30.geojson", "lu-viewer, LU_2026-08-17_derived.geojson"})
  void readsEveryZoneOfPublishedGeoJsonFileWithExpectedIssues(String profile, String name) {
    ZoneImport read = readAs(profile, "geojson/" + name);
    assertAsExpected(read, "geojson/" + name);
  }

  @Test
  void keepsBulgarianZerosSmallCirclesAndTellsWhatIsOver() {
    ZoneImport read =
        ZoneReaders.of(SourceProfiles.find("bg-caa").orElseThrow())
            .read(
                TestData.external("ed269/BG_2026-07-30.json"),
                Instant.parse("2026-05-02T00:00:00Z"));
    assertThat(read.zones()).hasSize(881).extracting(z -> z.key().identifier()).contains("0000001");
    assertThat(find(read, "0001110").volumes().getFirst().shape())
        .isEqualTo(new Circle(23.302222, 42.700278, 10));
    assertThat(read.issues())
        .filteredOn(issue -> issue.code().equals("TIME_PAST"))
        .extracting(issue -> read.zones().get(position(issue.path())).key().identifier())
        .contains("0000070", "0000071");
  }

  @Test
  void keepsFinnishZonesInForceWhenTheValidityOfTheirDataIsOver() {
    ZoneImport read = readAs("fi-traficom", "ed269/FI_2026-08-17_reconstructed.json");
    Instant monday = Instant.parse("2026-08-24T12:00:00Z");
    Instant saturday = Instant.parse("2028-01-01T12:00:00Z");

    assertThat(read.zones()).filteredOn(zone -> zone.activeAt(monday)).hasSize(721);
    assertThat(find(read, "FIN742").activeAt(monday)).isFalse();
    assertThat(read.zones()).filteredOn(zone -> zone.activeAt(saturday)).hasSize(722);
    assertThat(read.zones()).filteredOn(zone -> zone.staleAt(saturday)).hasSize(603);
    assertThat(read.zones())
        .filteredOn(zone -> zone.key().identifier().equals("EFUTUASC3"))
        .filteredOn(zone -> zone.activeAt(saturday))
        .extracting(zone -> zone.volumes().getFirst().lower().valueM())
        .containsExactly(50.0);
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst())
        .filteredOn(volume ->
            volume.lower().bounds() && volume.lower().datum() == Limit.Datum.AMSL
                || volume.upper().bounds() && volume.upper().datum() == Limit.Datum.AMSL)
        .hasSize(111)
        .allMatch(volume -> volume.upper().unit() == Limit.Unit.FT);
  }

  @Test
  void readsIrishFloorsAboveGroundAndCeilingsAboveSeaLevel() {
    ZoneImport read = readAs("ie-iaa", "ed318/IE_2026-08.geojson");
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst())
        .filteredOn(volume ->
            volume.lower().datum() == Limit.Datum.AGL && volume.upper().datum() == Limit.Datum.AMSL)
        .hasSize(78);
    assertThat(read.zones())
        .flatExtracting(Zone::applicability)
        .hasSize(16)
        .anyMatch(period -> String.valueOf(period.to()).endsWith("22:59:00Z"));
    assertThat(read.zones())
        .filteredOn(zone -> zone.raw().contains("\"reason\":\"SAFETY\""))
        .hasSize(2);
  }

  private static Zone find(ZoneImport read, String identifier) {
    return read.zones().stream()
        .filter(zone -> zone.key().identifier().equals(identifier))
        .findFirst()
        .orElseThrow();
  }

  /** Number of the zone in {@code /features/N}. */
  private static int position(String path) {
    return Integer.parseInt(path.split("/")[2]);
  }

  @Test
  void readsRomanianLimitsAsWritten() {
    ZoneImport read = readAs("ro-romatsa", "geojson/RO_2026-03-30.geojson");
    assertThat(read.zones())
        .filteredOn(zone -> zone.activation() == Activation.BY_NOTAM)
        .hasSize(15);
    List<Limit> upper =
        read.zones().stream().map(zone -> zone.volumes().getFirst().upper()).toList();
    assertThat(upper)
        .filteredOn(limit -> limit.datum() == Limit.Datum.AMSL && limit.value() == 4000)
        .hasSize(2)
        .allMatch(limit -> Math.abs(limit.valueM() - 1219.2) < 1e-9);
    assertThat(upper).filteredOn(limit -> limit.datum() == Limit.Datum.STD).hasSize(9);
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst().lower())
        .filteredOn(limit -> limit.value() == 6500)
        .hasSize(2)
        .allMatch(limit -> limit.datum() == Limit.Datum.AMSL);
  }

  @Test
  void readsFaaSecurityRestrictionsFromProse() {
    ZoneImport read = readAs("faa-nsufr", "synthetic/faa_nsufr.geojson");
    JsonNode expected =
        TestData.externalJson("synthetic/faa.expected.json").get("faa_nsufr.geojson");
    assertThat(read.zones()).hasSize(expected.get("zones").asInt());
    assertThat(read.zones().stream().mapToInt(zone -> zone.volumes().size()).sum())
        .isEqualTo(expected.get("volumes").asInt());
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst().lower().kind())
        .containsOnly(Limit.Kind.GROUND);
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst().upper())
        .containsExactly(
            Limit.upper(400, Limit.Unit.FT, Limit.Datum.AGL),
            Limit.upper(400, Limit.Unit.FT, Limit.Datum.AGL),
            Limit.byNotam());
    assertThat(read.zones())
        .extracting(Zone::activation)
        .containsExactly(Activation.BY_DATA, Activation.BY_DATA, Activation.BY_NOTAM);
  }

  @Test
  void readsFaaFacilityMapAsFloors() {
    ZoneImport read = readAs("faa-uasfm", "faa/uasfm_shape.json");
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst().lower())
        .containsExactly(
            new Limit(Limit.Kind.GROUND, 0, Limit.Unit.FT, Limit.Datum.AGL),
            new Limit(Limit.Kind.VALUE, 200, Limit.Unit.FT, Limit.Datum.AGL));
    assertThat(read.zones())
        .extracting(zone -> zone.volumes().getFirst().upper())
        .containsOnly(Limit.notStated());
    assertThat(read.zones())
        .extracting(Zone::restriction)
        .containsOnly(Restriction.REQ_AUTHORISATION);
  }

  @ParameterizedTest
  @CsvSource({
    "bg-caa, ed269/BG_2026-07-30.json",
    "fi-traficom, ed269/FI_2026-08-17_reconstructed.json",
    "ie-iaa, ed318/IE_2026-08.geojson",
    "ch-foca-ed318, ed318/CH_sample.json",
    "ro-romatsa, geojson/RO_2026-03-30.geojson",
    "lu-viewer, geojson/LU_2026-08-17_derived.geojson",
    "faa-tfr, synthetic/faa_tfr.xml",
    "faa-nsufr, synthetic/faa_nsufr.geojson"
  })
  void expectsOfAPublisherWhatItPublishes(String profile, String name) {
    SourceProfile known = SourceProfiles.find(profile).orElseThrow();
    assertThat(known.unexpected(readAs(profile, name))).isEmpty();
  }

  @Test
  void readsFaaTemporaryRestriction() {
    ZoneImport read = readAs("faa-tfr", "synthetic/faa_tfr.xml");
    Zone zone = read.zones().getFirst();
    assertThat(read.zones()).hasSize(1);
    assertThat(zone.applicability())
        .containsExactly(
            new Applicability(
                false,
                Instant.parse("2026-08-15T16:00:00Z"),
                Instant.parse("2026-08-15T23:30:00Z"),
                List.of()));
    assertThat(zone.volumes().getFirst())
        .isEqualTo(
            new Volume(
                new Circle(-60, 30, 9260),
                Limit.lower(0, Limit.Unit.FT, Limit.Datum.AGL),
                Limit.upper(3000, Limit.Unit.FT, Limit.Datum.AGL)));
    assertThat(zone.volumes().get(1).lower())
        .isEqualTo(Limit.lower(500, Limit.Unit.FT, Limit.Datum.AMSL));
    assertThat(zone.volumes().get(1).upper())
        .isEqualTo(Limit.upper(180, Limit.Unit.FL, Limit.Datum.STD));
    assertThat(IssueCounts.found(read)).containsEntry("TIME_ZONE_CONFLICT", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "ed269/BG_2026-07-30.json, ED269",
    "ed269/CH_cis_sample.json, ED269",
    "ed269/EUROCONTROL_swim_2020.json, ED269",
    "ed269/FI_shape.json, ED269",
    "ed318/IE_2026-08.geojson, ED318",
    "ed318/eurocontrol/examples/Example_Collection.json, ED318",
    "geojson/RO_2026-03-30.geojson, GEOJSON",
    "openair/CH_Switzerland.txt, OPENAIR",
    "openair/CA_National.txt, OPENAIR",
    "synthetic/faa_tfr.xml, FAA_TFR"
  })
  void tellsTheFormatOfADocument(String name, DocumentFormat format) {
    assertThat(ZoneReaders.detect(TestData.external(name))).contains(format);
  }

  private static ZoneImport readAs(String profile, String name) {
    return ZoneReaders.of(SourceProfiles.find(profile).orElseThrow()).read(TestData.external(name));
  }

  @Test
  void judgesInventedQuirksAsExpected() {
    ZoneImport read = read("synthetic/ed269_quirks.json");
    JsonNode expected = TestData.externalJson("synthetic/ed269_quirks.expected.json");
    ZoneIndex index = ZoneIndex.of(read.zones());

    for (JsonNode check : expected.get("checks")) {
      JsonNode agl = check.path("height_agl_m");
      Heights heights =
          agl.isNumber() ? new Heights(null, null, null, Height.of(agl.asDouble())) : Heights.NONE;
      List<String> inside =
          index
              .check(
                  new Position(check.get("lon").asDouble(), check.get("lat").asDouble()),
                  heights,
                  Instant.parse(check.get("time").asText()))
              .stream()
              .filter(v -> v.active() && v.vertical() == VerticalVerdict.IN)
              .map(Verdict::zone)
              .map(zone -> zone.key().identifier())
              .toList();
      assertThat(inside).as(check.toString()).isEqualTo(texts(check.get("inside")));
    }
    assertThat(pathsByCode(read)).containsExactlyInAnyOrderElementsOf(expectedPaths(expected));
  }

  @Test
  void findsInventedGeometriesAsExpected() {
    ZoneImport read = read("synthetic/geometry_edges.json");
    JsonNode expected = TestData.externalJson("synthetic/geometry_edges.expected.json");
    ZoneIndex index = ZoneIndex.of(read.zones());

    for (JsonNode query : expected.get("queries")) {
      if (!query.path("edge_model").asText().equals("GEODESIC")) {
        assertThat(identifiersAt(index, query))
            .as(query.toString())
            .isEqualTo(texts(query.get("inside")));
      }
    }
    assertThat(pathsByCode(read)).containsExactlyInAnyOrderElementsOf(expectedPaths(expected));
  }

  @Test
  void usesMasksWhereTheProfileAcceptsThem() {
    assertThat(answers("\"mask\": \"ACCEPT\"", "if_mask_accepted")).isEqualTo(2);
  }

  @Test
  void joinsPointsByGeodesicsWhereTheProfileSaysSo() {
    assertThat(answers("\"edges\": \"GEODESIC\"", "inside", "GEODESIC")).isEqualTo(2);
  }

  /** Asks what is to be found under a setting, and counts the questions. */
  private static int answers(String setting, String member, String... edges) {
    SourceProfile profile =
        SourceProfiles.parse("{\"id\": \"a\", \"format\": \"ED269\", " + setting + "}");
    byte[] document = TestData.external("synthetic/geometry_edges.json");
    ZoneIndex index = ZoneIndex.of(ZoneReaders.of(profile).read(document).zones());
    int asked = 0;
    for (JsonNode query :
        TestData.externalJson("synthetic/geometry_edges.expected.json").get("queries")) {
      String model = query.path("edge_model").asText();
      if (query.has(member) && (edges.length == 0 || edges[0].equals(model))) {
        assertThat(identifiersAt(index, query))
            .as(query.toString())
            .isEqualTo(texts(query.get(member)));
        asked++;
      }
    }
    return asked;
  }

  private static List<String> identifiersAt(ZoneIndex index, JsonNode query) {
    return index.at(query.get("lon").asDouble(), query.get("lat").asDouble()).stream()
        .map(zone -> zone.key().identifier())
        .toList();
  }

  private static ZoneImport read(String name) {
    return new Ed269Reader("test").read(TestData.external(name));
  }

  private static List<String> pathsByCode(ZoneImport read) {
    return read.issues().stream().map(issue -> issue.code() + " " + issue.path()).toList();
  }

  private static List<String> expectedPaths(JsonNode expected) {
    List<String> paths = new ArrayList<>();
    for (JsonNode issue : expected.get("issues")) {
      paths.add(issue.get("code").asText() + " " + issue.get("path").asText());
    }
    return paths;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
