package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Reason;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonZoneReaderTest {
  private static final String SQUARE =
      "{'type':'Polygon','coordinates':[[[10,50],[11,50],[11,51],[10,51],[10,50]]]}";
  private static final String NAMED = "{'name':'Stadium','restriction':'PROHIBITED'}";

  @Test
  void readsSingleFeatureWithTheTwoMandatoryProperties() {
    ZoneImport read = read(feature(SQUARE, NAMED));
    Zone zone = read.zones().getFirst();

    assertThat(zone.name()).isEqualTo("Stadium");
    assertThat(zone.key().identifier()).isEqualTo("Stadium");
    assertThat(zone.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(zone.activeAt(Instant.EPOCH)).isTrue();
    assertThat(zone.volumes())
        .singleElement()
        .satisfies(volume -> assertThat(volume.shape().contains(10.5, 50.5)).isTrue());
    assertThat(read.issues()).allMatch(issue -> issue.severity() == Severity.INFO);
  }

  @Test
  void readsEveryPropertyOfACircle() {
    Zone zone =
        read(feature(
                "{'type':'Point','coordinates':[10.5,50.25]}",
                "{'name':'Prison','identifier':'P-1','country':'XTS','restriction':'CONDITIONAL',"
                    + "'reason':['SENSITIVE'],'message':'Ask first','radiusM':250,"
                    + "'lowerM':30,'lowerDatum':'AGL','upperM':500,'upperDatum':'AMSL',"
                    + "'applicability':[{'permanent':'NO','endDateTime':'2026-08-14T00:00:00Z'}]}"))
            .zones()
            .getFirst();

    assertThat(zone.key().identifier()).isEqualTo("P-1");
    assertThat(zone.key().country()).isEqualTo("XTS");
    assertThat(zone.reasons()).containsExactly(Reason.SENSITIVE);
    assertThat(zone.message()).isEqualTo("Ask first");
    assertThat(zone.volumes())
        .containsExactly(
            new Volume(
                new Circle(10.5, 50.25, 250),
                new Limit(Limit.Kind.VALUE, 30, Unit.M, Datum.AGL),
                new Limit(Limit.Kind.VALUE, 500, Unit.M, Datum.AMSL)));
    assertThat(zone.activeAt(Instant.parse("2026-08-13T23:59:59Z"))).isTrue();
    assertThat(zone.activeAt(Instant.parse("2026-08-14T00:00:00Z"))).isFalse();
  }

  @Test
  void readsPartsOfMultiPolygonAsVolumes() {
    String parts =
        "{'type':'MultiPolygon','coordinates':[[[[10,50],[11,50],[11,51],[10,50]]],"
            + "[[[20,50],[21,50],[21,51],[20,50]]]]}";
    assertThat(read(feature(parts, NAMED)).zones().getFirst().volumes())
        .allMatch(volume -> volume.shape() instanceof Polygon)
        .hasSize(2);
  }

  @Test
  void cutsPolygonAtTheAntimeridian() {
    String across =
        "{'type':'Polygon','coordinates':[[[179,-17],[-179,-17],[-179,-16],[179,-16],[179,-17]]]}";
    ZoneImport read = read(feature(across, NAMED));

    assertThat(read.zones().getFirst().volumes()).hasSize(2);
    assertThat(read.issues()).extracting(Issue::code).contains("GEOM_SPLIT");
  }

  @Test
  void keepsPolygonThatCrossesItselfWithWarning() {
    String bowTie = "{'type':'Polygon','coordinates':[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}";
    ZoneImport read = read(feature(bowTie, NAMED));

    assertThat(read.zones().getFirst().volumes().getFirst().shape().contains(0.9, 0.5)).isTrue();
    assertThat(read.issues())
        .filteredOn(issue -> issue.severity() == Severity.WARN)
        .extracting(Issue::code)
        .containsExactly("GEOM_INVALID");
  }

  @Test
  void readsGoodFeaturesBesideBadOnes() {
    String collection =
        "{'type':'FeatureCollection','features':[%s,%s]}"
            .formatted(feature(SQUARE, "{'name':'No restriction named'}"), feature(SQUARE, NAMED));
    ZoneImport read = read(collection);

    assertThat(read.zones()).extracting(Zone::name).containsExactly("Stadium");
    assertThat(read.issues())
        .filteredOn(issue -> issue.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(issue -> {
          assertThat(issue.path()).isEqualTo("/features/0/properties/restriction");
          assertThat(issue.message())
              .isEqualTo(
                  "restriction must be one of [PROHIBITED, REQ_AUTHORISATION, CONDITIONAL,"
                      + " USPACE, NO_RESTRICTION], not nothing");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {'type':'Point','coordinates':[10,50]};                      GEOM_RADIUS /properties/radiusM
          {'type':'LineString','coordinates':[[10,50],[11,50]]};       GEOM_TYPE /geometry
          {'type':'GeometryCollection','geometries':[]};               GEOM_TYPE /geometry
          null;                                                        GEOM_TYPE /geometry
          {'type':'Polygon','coordinates':[[[50,100],[51,100],[51,101],[50,100]]]}; GEOM_RANGE /geometry/coordinates/0/0
          {'type':'Polygon','coordinates':[[[10,50],[11,50],[10,50]]]}; GEOM_SHORT /geometry/coordinates/0
          """)
  void refusesGeometryThatIsNoArea(String geometry, String issue) {
    ZoneImport read = read(feature(geometry, NAMED));
    assertThat(read.zones()).isEmpty();
    assertThat(read.issues())
        .filteredOn(found -> found.severity() == Severity.ERROR)
        .extracting(found -> found.code() + " " + found.path())
        .containsExactly(issue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {'type':'Polygon','coordinates':[]};                                 DOC_TYPE
          {'type':'FeatureCollection','features':[]};                          DOC_EMPTY
          {'type':'FeatureCollection'};                                        DOC_EMPTY
          [];                                                                  DOC_TYPE
          {'type':'FeatureCollection';                                         DOC_SYNTAX
          {'type':'Feature','crs':{'properties':{'name':'EPSG:3857'}}};        DOC_CRS
          """)
  void refusesDocumentThatIsNone(String document, String code) {
    assertThat(read(document).refused()).isTrue();
    assertThat(read(document).issues()).extracting(Issue::code).containsExactly(code);
  }

  private static String feature(String geometry, String properties) {
    return "{'type':'Feature','geometry':%s,'properties':%s}".formatted(geometry, properties);
  }

  private static ZoneImport read(String json) {
    return new GeoJsonZoneReader("own").read(json.replace('\'', '"').getBytes(UTF_8));
  }
}
