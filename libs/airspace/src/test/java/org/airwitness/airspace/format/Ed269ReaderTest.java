package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.airwitness.airspace.Applicability;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.DailyPeriod;
import org.airwitness.airspace.DayTime;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Reason;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Ed269ReaderTest {
  private static final String ZONE =
      """
      {"identifier":"A","country":"XTS","name":"A","restriction":"PROHIBITED",
       "applicability":[{"permanent":"YES"}],
       "geometry":[{"uomDimensions":"M","lowerLimit":0,"lowerVerticalReference":"AGL",
         "upperLimit":120,"upperVerticalReference":"AGL",
         "horizontalProjection":{"type":"Circle","center":[10,50],"radius":10}}]}
      """;

  @Test
  void readsCircleExactlyWithItsLimits() {
    Zone zone = read(TestData.own("ed269-city.json")).zones().getFirst();

    assertThat(zone.key()).isEqualTo(new ZoneKey("test", "XTS", "CT0001", 0));
    assertThat(zone.id()).isEqualTo(zone.key().toUuid());
    assertThat(zone.name()).isEqualTo("Hospital helipad");
    assertThat(zone.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(zone.reasons()).containsExactly(Reason.AIR_TRAFFIC, Reason.EMERGENCY);
    assertThat(zone.message()).isEqualTo("Call the tower before any flight.");
    assertThat(zone.volumes())
        .containsExactly(
            new Volume(
                new Circle(10.5, 48.25, 400),
                new Limit(Limit.Kind.GROUND, 0, Unit.M, Datum.AGL),
                new Limit(Limit.Kind.VALUE, 120, Unit.M, Datum.AGL)));
    assertThat(zone.raw()).contains("\"zoneAuthority\"");
  }

  @Test
  void readsPolygonWithHoleInFeetAndSeason() {
    Zone zone = read(TestData.own("ed269-city.json")).zones().get(1);
    Volume volume = zone.volumes().getFirst();

    assertThat(((Polygon) volume.shape()).holes()).hasSize(1);
    assertThat(volume.lower().valueM()).isEqualTo(30.48);
    assertThat(volume.upper()).isEqualTo(new Limit(Limit.Kind.VALUE, 2000, Unit.FT, Datum.AMSL));
    assertThat(zone.applicability())
        .containsExactly(
            new Applicability(
                false,
                Instant.parse("2026-03-01T00:00:00Z"),
                Instant.parse("2026-10-01T00:00:00Z"),
                List.of(
                    new DailyPeriod(
                        Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                        new DayTime.Clock(Duration.ofHours(6), ZoneOffset.UTC),
                        new DayTime.Clock(Duration.ofHours(20), ZoneOffset.UTC)))));
  }

  @Test
  void readsTwoVolumesWithoutCeiling() {
    Zone zone = read(TestData.own("ed269-city.json")).zones().get(2);

    assertThat(zone.volumes())
        .extracting(v -> v.lower().kind())
        .containsExactly(Limit.Kind.NOT_STATED, Limit.Kind.VALUE);
    assertThat(zone.volumes()).extracting(v -> v.upper().kind()).containsOnly(Limit.Kind.UNLIMITED);
  }

  @Test
  void keepsGoodZonesAndNamesEveryBadOne() {
    ZoneImport read = read(TestData.own("ed269-broken.json"));

    assertThat(read.refused()).isFalse();
    assertThat(read.zones()).extracting(Zone::name).containsExactly("Still read");
    assertThat(read.issues())
        .filteredOn(issue -> issue.severity() == Severity.ERROR)
        .extracting(issue -> issue.path() + " " + issue.code() + ": " + issue.message())
        .containsExactly(
            "/features/1 FIELD_SHAPE: a zone is an object, not 7",
            "/features/2/identifier FIELD_MISSING: a zone needs an identifier or at least a name",
            "/features/3/geometry/0/horizontalProjection/center GEOM_RANGE: longitude 48.25,"
                + " latitude 100.5: latitude must be in -90..90, longitude in -180..180; the two"
                + " look swapped, longitude comes first",
            "/features/4/geometry FIELD_MISSING: a zone has at least one volume under geometry",
            "/features/5/geometry/0/horizontalProjection/coordinates/0 GEOM_SHORT: a ring needs at"
                + " least 3 distinct points (4 with the closing one), this has 2",
            "/features/6/applicability/0/startDateTime TIME_FORMAT: \"soon\" is not a time;"
                + " YYYY-MM-DDThh:mm:ssZ is expected",
            "/features/7/geometry/0/horizontalProjection/radius GEOM_RADIUS: a radius is a number"
                + " above 0, not \"wide\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"features\":[%s]}",
        "{\"UASZoneList\":[%s]}",
        "{\"uas_zones\":[%s]}",
        "[%s]",
        "\uFEFF{\"features\":[%s]}"
      })
  void readsEveryWrapper(String wrapper) {
    assertThat(read(wrapper.formatted(ZONE)).zones()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          '';                       DOC_SYNTAX
          '{"features":[';          DOC_SYNTAX
          '{} {}';                  DOC_SYNTAX
          '{"features":[{"a":1,}]}';DOC_SYNTAX
          '{}';                     DOC_EMPTY
          '[]';                     DOC_EMPTY
          '{"features":[]}';        DOC_EMPTY
          '{"features":{}}';        DOC_EMPTY
          'null';                   DOC_EMPTY
          """)
  void refusesDocumentWithoutZones(String document, String code) {
    ZoneImport read = read(document);
    assertThat(read.refused()).isTrue();
    assertThat(read.zones()).isEmpty();
    assertThat(read.issues())
        .filteredOn(issue -> issue.severity() == Severity.FATAL)
        .extracting(Issue::code)
        .containsExactly(code);
  }

  @Test
  void tellsWhereTheDocumentStopsBeingJson() {
    assertThat(read("{\n  \"features\": [oops]\n}").issues())
        .singleElement()
        .satisfies(issue -> assertThat(issue.message()).startsWith("not JSON, line 2 column "));
    assertThat(read("{\n  \"features\": [").issues())
        .singleElement()
        .satisfies(issue ->
            assertThat(issue.message())
                .isEqualTo(
                    "not JSON, line 2 column 16: Unexpected end-of-input: expected close marker"
                        + " for Array"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void neverThrowsWhateverTheRings(long seed) {
    Random random = new Random(seed);
    int kept = 0;
    for (int i = 0; i < 1_000; i++) {
      String rings = rings(random);
      String published = "{\"type\":\"Circle\",\"center\":[10,50],\"radius\":10}";
      String polygon = "{\"type\":\"Polygon\",\"coordinates\":" + rings + "}";
      ZoneImport read = read("[" + ZONE.replace(published, polygon) + "]");
      boolean explained = read.issues().stream().anyMatch(f -> f.severity() == Severity.ERROR);
      assertThat(read.zones().isEmpty()).as(rings).isEqualTo(explained);
      kept += read.zones().size();
    }
    assertThat(kept).isGreaterThan(100);
  }

  /**
   * Rings of few points on a coarse grid around the antimeridian and the poles, mostly crossing.
   */
  private static String rings(Random random) {
    List<String> rings = new ArrayList<>();
    for (int ring = random.nextInt(1, 3); ring > 0; ring--) {
      List<String> points = new ArrayList<>();
      for (int point = random.nextInt(3, 8); point > 0; point--) {
        int lonDeg =
            random.nextInt(3) == 0 ? random.nextInt(-36, 37) * 15 : random.nextInt(160, 200);
        int latDeg = random.nextInt(6) == 0 ? random.nextInt(-6, 7) * 15 : random.nextInt(20);
        points.add("[" + lonDeg + "," + latDeg + "]");
      }
      points.add(points.getFirst());
      rings.add(points.toString());
    }
    return rings.toString();
  }

  @Test
  void refusesTextThatIsNotUtf8() {
    assertThat(read(new byte[] {'{', (byte) 0xE4, '}'}).issues())
        .extracting(Issue::code)
        .containsExactly("DOC_ENCODING");
  }

  @Test
  void refusesBottomlessNesting() {
    assertThat(read("[".repeat(100_000)).issues())
        .extracting(Issue::code)
        .containsExactly("DOC_SYNTAX");
  }

  @Test
  void numbersRepeatedIdentifiers() {
    ZoneImport read = read("[" + ZONE + "," + ZONE + "]");

    assertThat(read.zones()).extracting(zone -> zone.key().ordinal()).containsExactly(0, 1);
    assertThat(read.zones()).extracting(Zone::id).doesNotHaveDuplicates();
    assertThat(read.issues()).extracting(Issue::code).containsOnlyOnce("ID_DUPLICATE");
  }

  @Test
  void keepsIdsFromOneEditionToTheNextAndApartBetweenSources() {
    byte[] document = ("[" + ZONE + "]").getBytes(UTF_8);
    Zone zone = new Ed269Reader("one").read(document).zones().getFirst();

    assertThat(new Ed269Reader("one").read(document).zones().getFirst().id()).isEqualTo(zone.id());
    assertThat(new Ed269Reader("two").read(document).zones().getFirst().id())
        .isNotEqualTo(zone.id());
  }

  @ParameterizedTest(name = "{0} -> {1}: {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          "restriction":"PROHIBITED" ; "restriction":"REQ_AUTHORIZATION" ; ENUM_SPELLING
          "restriction":"PROHIBITED" ; "restriction":"prohibited"        ; ENUM_SPELLING
          "restriction":"PROHIBITED" ; "restriction":"MAYBE"             ; ENUM_UNKNOWN
          "restriction":"PROHIBITED" ; "x":1                             ; FIELD_MISSING
          "identifier":"A"           ; "x":1                             ; FIELD_MISSING
          "uomDimensions":"M"        ; "uomDimensions":"m"               ; ENUM_SPELLING
          "uomDimensions":"M"        ; "uomDimensions":"YD"              ; ENUM_UNKNOWN
          "uomDimensions":"M"        ; "x":1                             ; VERT_UNIT_ASSUMED
          "uomDimensions":"M"        ; "uomDimensions":"FT"              ; GEOM_RADIUS_UNIT
          "upperLimit":120           ; "upperLimit":"120"                ; FIELD_SHAPE
          "upperLimit":120           ; "upperLimit":"high"               ; VERT_TEXT_UNPARSED
          "upperLimit":120           ; "upperLimit":null                 ; VERT_UPPER_ABSENT
          "upperLimit":120           ; "upperLimit":0                    ; VERT_FLAT
          "upperLimit":120           ; "upperLimit":-5                   ; VERT_INVERTED
          "upperVerticalReference":"AGL" ; "x":1                         ; VERT_DATUM_ASSUMED
          "upperVerticalReference":"AGL" ; "upperVerticalReference":"AMSL" ; VERT_MIXED
          """)
  void readsZoneDespiteDeviationAndReportsIt(String published, String deviation, String code) {
    ZoneImport read = read("[" + ZONE.replace(published, deviation) + "]");
    assertThat(read.zones()).hasSize(1);
    assertThat(read.issues()).extracting(Issue::code).contains(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]],[[0.1,0.1],[9,99],[0,1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,\"x\"],[1,1],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1e999,0],[1,1],[0,0]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[0,1,2,3]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[7]}",
        "{\"type\":\"Polygon\",\"coordinates\":[]}",
        "{\"type\":\"Polygon\"}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]}",
        "{\"type\":\"Circle\",\"center\":[10,50],\"radius\":0}",
        "{\"type\":\"Circle\",\"center\":[10,50],\"radius\":9e9}",
        "{\"type\":\"Circle\",\"center\":[10],\"radius\":5}",
        "{\"type\":\"Circle\",\"radius\":5}",
        "{\"type\":\"Corridor\"}",
        "5",
        "null"
      })
  void refusesShapeThatIsNone(String projection) {
    String published = "{\"type\":\"Circle\",\"center\":[10,50],\"radius\":10}";
    ZoneImport read = read("[" + ZONE.replace(published, projection) + "]");
    assertThat(read.zones()).isEmpty();
    assertThat(read.issues())
        .filteredOn(issue -> issue.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(issue -> assertThat(issue.path()).startsWith("/0/geometry/0"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void neverThrowsWhateverTheContent(long seed) {
    Random random = new Random(seed);
    byte[] good = TestData.own("ed269-city.json");
    byte[] alphabet = "{}[]\",:0-9e.nultrfas\u00e4".getBytes(UTF_8);
    for (int i = 0; i < 1_000; i++) {
      byte[] bad = Arrays.copyOf(good, good.length);
      for (int change = random.nextInt(1, 6); change > 0; change--) {
        bad[random.nextInt(bad.length)] = alphabet[random.nextInt(alphabet.length)];
      }
      ZoneImport read = read(bad);
      assertThat(read.refused() && !read.zones().isEmpty()).isFalse();
    }
  }

  @Test
  void neverThrowsWhateverStandsInPlaceOfAnyValue() {
    String document = new String(TestData.own("ed269-city.json"), UTF_8);
    List<String> values = List.of("null", "[]", "{}", "-1", "\"\"", "[[]]", "true", "1e308");
    for (int colon = document.indexOf(':'); colon > 0; colon = document.indexOf(':', colon + 1)) {
      for (String value : values) {
        String head = document.substring(0, colon + 1) + value + ",\"rest\":";
        read(head + document.substring(colon + 1));
      }
    }
    assertThat(read(document).zones()).hasSize(3);
  }

  private static ZoneImport read(String document) {
    return read(document.getBytes(UTF_8));
  }

  private static ZoneImport read(byte[] document) {
    return new Ed269Reader("test").read(document);
  }
}
