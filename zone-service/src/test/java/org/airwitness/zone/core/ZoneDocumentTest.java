package org.airwitness.zone.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.LocalText;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Zone;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ZoneDocumentTest {
  private static final AgencyId AGENCY = new AgencyId("harbour-police");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void countsWhatItReadUsedAndRefused() throws IOException {
    ZoneDocument document = fixture();
    assertThat(document.read()).isEqualTo(3);
    assertThat(document.drafts())
        .extracting(draft -> draft.zone().name())
        .containsExactly("Harbour", "Airfield");
    assertThat(document.refused()).isEqualTo(1);
    assertThat(document.findWorst(Severity.ERROR))
        .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo("GEOM_RADIUS"));
  }

  @Test
  void givesAPublishedZoneTheSameIdInEveryImport() throws IOException {
    assertThat(fixture().drafts()).isEqualTo(fixture().drafts());
  }

  @Test
  void keepsIdsOfAgenciesApart() throws IOException {
    var other = ZoneDocument.publication(new AgencyId("other"), ZoneFormat.ED269, bytes(), NOW);
    assertThat(other.drafts().getFirst().id()).isNotEqualTo(fixture().drafts().getFirst().id());
  }

  @Test
  void hashesContentWhateverItsBlanksAndMemberOrder() {
    String one = feature("{\"name\":\"A\",\"restriction\":\"PROHIBITED\"}");
    String same = feature("{ \"restriction\":\"PROHIBITED\",  \"name\":\"A\"}");
    String other = feature("{\"name\":\"A\",\"restriction\":\"CONDITIONAL\"}");
    assertThat(hash(same)).isEqualTo(hash(one)).isNotEqualTo(hash(other));
  }

  @Test
  void restoresTheSameShapesFromWhatItKept() throws IOException {
    for (ZoneDraft draft : fixture().drafts()) {
      Zone restored = draft.format().restore(draft.id(), draft.stored(), null);
      assertThat(restored.id()).isEqualTo(draft.id());
      assertThat(restored.volumes()).isEqualTo(draft.zone().volumes());
      assertThat(restored.applicability()).isEqualTo(draft.zone().applicability());
    }
  }

  @Test
  void restoresAZoneByTheProfileOfItsSource() throws IOException {
    ZoneDraft draft = fixture().drafts().getFirst();
    assertThat(draft.format().restore(draft.id(), draft.stored(), "bg-caa").details().names())
        .containsExactly(new LocalText("Harbour", "bg"));
    assertThat(draft.format().restore(draft.id(), draft.stored(), "gone").details().names())
        .containsExactly(new LocalText("Harbour", ""));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void restoresTheWholeZoneOfAFormatThatDoesNotReadByItself(ZoneFormat format, String document) {
    ZoneDocument read = ZoneDocument.publication(AGENCY, format, document.getBytes(UTF_8), NOW);
    assertThat(read.refused()).isZero();
    ZoneDraft draft = read.drafts().getFirst();
    assertThat(draft.format().restore(draft.id(), draft.stored(), null)).isEqualTo(draft.zone());
    assertThat(draft.contentHash()).hasSize(64);
  }

  static Stream<Arguments> documents() {
    return Stream.of(
        Arguments.of(
            ZoneFormat.OPENAIR,
            "AC R\nAN A\nAA 2026-08-14T12:00Z/NONE\nAH FL65\nDP 10:00:00 N 030:00:00 W\n"
                + "DP 10:00:00 N 029:58:00 W\nDP 10:02:00 N 029:58:00 W\n"),
        Arguments.of(
            ZoneFormat.ED318,
            """
            {"type":"FeatureCollection","features":[{"type":"Feature",
              "geometry":{"type":"Point","coordinates":[8,50],
                "extent":{"subType":"Circle","radius":250},
                "layer":{"upper":120,"upperReference":"AGL","uom":"m"}},
              "properties":{"identifier":"A1","country":"XTS","type":"PROHIBITED",
                "variant":"COMMON","name":[{"text":"A","lang":"en-GB"},{"text":"B","lang":"fr-FR"}],
                "zoneAuthority":[{"purpose":"NOTIFICATION","intervalBefore":"P2D"}],
                "limitedApplicability":[{"schedule":[
                  {"day":["MON"],"startTime":"06:00:00+02:00","endEvent":"SS"}]}],
                "extendedProperties":{"more":{"than":1}}}}]}
            """),
        Arguments.of(
            ZoneFormat.KML,
            "<kml><Placemark><name>A</name><Polygon><outerBoundaryIs><LinearRing><coordinates>"
                + "8,50 9,50 9,51 8,50</coordinates></LinearRing></outerBoundaryIs></Polygon>"
                + "</Placemark></kml>"));
  }

  @Test
  void drawsACircleAsAPolygonAndGivesItExactlyBeside() throws IOException {
    JsonNode feature = json(fixture().drafts().getFirst().feature());
    assertThat(feature.path("geometry").path("type").asText()).isEqualTo("Polygon");
    JsonNode circle = feature.path("properties").path("circle");
    assertThat(circle.path("radiusM").asDouble()).isEqualTo(150);
    assertThat(circle.path("center").path(0).asDouble()).isEqualTo(23.302222);
    assertThat(circle.path("center").path(1).asDouble()).isEqualTo(42.700278);
  }

  @Test
  void listsTheLayersOfAZoneWithSeveralLimits() throws IOException {
    JsonNode feature = json(fixture().drafts().get(1).feature());
    assertThat(feature.path("geometry").path("type").asText()).isEqualTo("MultiPolygon");
    assertThat(feature.path("geometry").path("coordinates")).hasSize(2);
    JsonNode properties = feature.path("properties");
    assertThat(properties.has("upperM")).isFalse();
    assertThat(properties.path("layers").path(0).path("upperM").asDouble()).isEqualTo(50);
    assertThat(properties.path("layers").path(1).path("lowerM").asDouble()).isEqualTo(50);
    assertThat(properties.path("layers").path(1).path("geometry").path("type").asText())
        .isEqualTo("Polygon");
    assertThat(properties.path("applicability").path(0).path("permanent").asText()).isEqualTo("NO");
  }

  @Test
  void putsABoxAroundEveryLayer() throws IOException {
    assertThat(fixture().drafts().get(1).extent()).isEqualTo(new Extent(23.3, 42.5, 23.6, 42.8));
  }

  @Test
  void putsABoxAroundTheWholeCircle() throws IOException {
    Extent box = fixture().drafts().getFirst().extent();
    Circle circle = (Circle) fixture().drafts().getFirst().zone().volumes().getFirst().shape();
    assertThat(box.maxLatDeg()).isCloseTo(circle.latDeg() + 150 / 111_000.0, within(5e-5));
    assertThat(circle.contains(box.minLonDeg() - 1e-6, circle.latDeg())).isFalse();
  }

  @Test
  void drawsUnderTheIdItIsGiven() {
    UUID id = UUID.randomUUID();
    String drawing = feature("{\"name\":\"A\",\"restriction\":\"PROHIBITED\"}");
    ZoneDocument document = ZoneDocument.drawing(id, drawing.getBytes(UTF_8), NOW);
    assertThat(document.drafts().getFirst().id()).isEqualTo(id);
    assertThat(document.drafts().getFirst().feature()).contains("\"id\":\"" + id + "\"");
    assertThat(document.read()).isEqualTo(1);
  }

  private static ZoneDocument fixture() throws IOException {
    return ZoneDocument.publication(AGENCY, ZoneFormat.ED269, bytes(), NOW);
  }

  private static byte[] bytes() throws IOException {
    try (var in = ZoneDocumentTest.class.getResourceAsStream("/zones/ed269.json")) {
      return in.readAllBytes();
    }
  }

  private static String hash(String feature) {
    return ZoneDocument.publication(AGENCY, ZoneFormat.GEOJSON, feature.getBytes(UTF_8), NOW)
        .drafts()
        .getFirst()
        .contentHash();
  }

  private static String feature(String properties) {
    return "{\"type\":\"Feature\",\"properties\":"
        + properties
        + ",\"geometry\":{\"type\":\"Polygon\","
        + "\"coordinates\":[[[8,50],[9,50],[9,51],[8,50]]]}}";
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text);
  }
}
