package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.UnknownHeight;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.format.SourceProfile.Mask;
import org.airwitness.airspace.format.SourceProfile.NotamActivation;
import org.airwitness.airspace.format.SourceProfile.PermanentDates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceProfilesTest {
  private static final String TWO_WINDOWS =
      """
      {"id": "w", "format": "GEOJSON", "mapping": {
        "name": "/properties/name",
        "restriction": {"constant": "PROHIBITED"},
        "upper": {"pointer": "/properties/text", "as": "PROSE"},
        "periods": {"pointer": "/properties/times", "as": "EPOCH_MILLIS"},
        "activatedByNotam": [{"pointer": "/properties/notam", "value": true}]}}
      """;

  @Test
  void comesWithProfilesOfDistinctNamesThatMakeReaders() {
    assertThat(SourceProfiles.bundled()).extracting(SourceProfile::id).doesNotHaveDuplicates();
    assertThat(SourceProfiles.bundled())
        .allSatisfy(profile -> assertThat(ZoneReaders.of(profile)).isNotNull());
    assertThat(SourceProfiles.find("nowhere")).isEmpty();
  }

  @Test
  void fillsInDefaults() {
    SourceProfile profile = SourceProfiles.parse("{\"id\":\"a\",\"format\":\"OPENAIR\"}");
    assertThat(profile).isEqualTo(SourceProfile.of("a", DocumentFormat.OPENAIR));
    assertThat(profile.defaultUnit()).isEqualTo(Limit.Unit.FT);
    assertThat(profile.defaultDatum()).isEqualTo(Limit.Datum.AMSL);
    assertThat(profile.permanentDates()).isEqualTo(PermanentDates.VALIDITY);
    assertThat(profile.notamActivation()).isEqualTo(NotamActivation.INFORM);
    assertThat(profile.edges()).isNull();
    assertThat(profile.unlimitedFromM()).isEqualTo(30_000);
    assertThat(profile.mask()).isEqualTo(Mask.QUARANTINE);
    assertThat(profile.unknownHeight()).isEqualTo(UnknownHeight.INFORM);
    assertThat(profile.shrinkLimit()).isEqualTo(0.25);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          {"format":"OPENAIR"};                                    an id
          {"id":"a","format":"SHAPEFILE"};                         SHAPEFILE
          {"id":"a","format":"OPENAIR","colour":"red"};            colour
          {"id":"a","format":"ED269","bbox":[1,2]};                west, south, east, north
          {"id":"a","format":"ED269","shrinkLimit":3};             (0, 1]
          {"id":"a","format":"ED269","unlimitedFrom":-1};          above 0 m
          {"id":"a","format":"GEOJSON","mapping":{"name":{}}};     pointer or a constant
          """)
  void saysWhatIsWrongWithAProfile(String json, String reason) {
    assertThatThrownBy(() -> SourceProfiles.parse(json))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void readsPeriodsLimitsInProseAndActivationByMapping() {
    String document =
        """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[8,50],[9,50],[9,51],[8,50]]]},
           "properties":{"name":"A","text":"up to and including 400 feet AGL, ask the tower",
             "times":[[1786665600000,1786669200000],[1786752000000,1786748400000]]}},
          {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[8,50],[9,50],[9,51],[8,50]]]},
           "properties":{"name":"B","notam":true}}]}
        """;
    ZoneImport read =
        ZoneReaders.of(SourceProfiles.parse(TWO_WINDOWS)).read(document.getBytes(UTF_8));
    assertThat(read.zones().getFirst().applicability())
        .singleElement()
        .satisfies(period -> assertThat(period.from()).isEqualTo("2026-08-14T00:00:00Z"));
    assertThat(read.zones().getFirst().volumes().getFirst().upper())
        .isEqualTo(Limit.upper(400, Limit.Unit.FT, Limit.Datum.AGL));
    assertThat(read.zones().get(1).activation()).isEqualTo(Activation.BY_NOTAM);
    assertThat(read.issues()).extracting(Issue::code).contains("TIME_ORDER");
  }

  @ParameterizedTest(name = "{0}: {1} zones, {2} kept out, {3}")
  @CsvSource({"QUARANTINE, 0, 1, ERROR", "ACCEPT, 1, 0, INFO", "IGNORE, 0, 1, INFO"})
  void doesWithMasksWhatTheProfileSays(Mask mask, int zones, int quarantined, Severity severity) {
    ZoneImport read =
        read("\"mask\":\"" + mask + "\"", "[[[-180,-90],[180,-90],[180,90],[-180,90],[-180,-90]]]");
    assertThat(read.zones()).hasSize(zones);
    assertThat(read.quarantined()).hasSize(quarantined);
    assertThat(read.quarantined())
        .allSatisfy(kept ->
            assertThat(kept.reasons()).extracting(Issue::code).containsExactly("GEOM_MASK"));
    assertThat(read.issues())
        .filteredOn(issue -> issue.code().equals("GEOM_MASK"))
        .extracting(Issue::severity)
        .containsExactly(severity);
  }

  /** On 60 degrees north a geodesic of 10 degrees runs 0.05 degrees farther north in its middle. */
  @ParameterizedTest
  @CsvSource({"PLANAR, true, false", "GEODESIC, false, true"})
  void joinsPointsAsTheProfileSays(String edges, boolean south, boolean north) {
    ZoneImport read =
        read("\"edges\":\"" + edges + "\"", "[[[0,60],[10,60],[10,61],[0,61],[0,60]]]");
    ZoneIndex index = ZoneIndex.of(read.zones());
    assertThat(index.at(5, 60.05).isEmpty()).isNotEqualTo(south);
    assertThat(index.at(5, 61.05).isEmpty()).isNotEqualTo(north);
  }

  @ParameterizedTest
  @CsvSource({"30000, VALUE", "1000, UNLIMITED"})
  void takesHighLimitsForNone(int unlimitedFrom, Limit.Kind kind) {
    ZoneImport read = read("\"unlimitedFrom\":" + unlimitedFrom, "[[[8,50],[9,50],[9,51],[8,50]]]");
    assertThat(read.zones().getFirst().volumes().getFirst().upper().kind()).isEqualTo(kind);
  }

  @Test
  void handsOnWhatAnUnknownHeightMeans() {
    ZoneImport read = read("\"unknownHeight\":\"IGNORE\"", "[[[8,50],[9,50],[9,51],[8,50]]]");
    assertThat(read.zones().getFirst().unknownHeight()).isEqualTo(UnknownHeight.IGNORE);
  }

  @ParameterizedTest
  @CsvSource({"IGNORE, NEVER, 0", "INFORM, BY_NOTAM, 1", "ALERT, BY_DATA, 1"})
  void doesWithActivationByNotamWhatTheProfileSays(
      String setting, Activation activation, int indexed) {
    SourceProfile profile =
        SourceProfiles.parse(
            "{\"id\":\"a\",\"format\":\"OPENAIR\",\"notamActivation\":\"" + setting + "\"}");
    String document = "AC Q\nAN A\nAA NONE\nV X=10:30:00 N 030:00:00 W\nDC 2.5\n";
    List<Zone> zones = ZoneReaders.of(profile).read(document.getBytes(UTF_8)).zones();
    assertThat(zones).extracting(Zone::activation).containsExactly(activation);
    assertThat(ZoneIndex.of(zones).at(-30, 10.5)).hasSize(indexed);
    assertThat(ZoneIndex.of(List.of()).with(zones, Set.of()).at(-30, 10.5)).hasSize(indexed);
  }

  /** A zone of 1,000 to 2,000 m by a profile with a setting. */
  private static ZoneImport read(String setting, String rings) {
    String document =
        """
        [{"identifier":"A","country":"XTS","name":"A","type":"COMMON","restriction":"PROHIBITED",
          "applicability":[{"permanent":"YES"}],"zoneAuthority":[{"purpose":"INFORMATION"}],
          "geometry":[{"uomDimensions":"M","lowerLimit":1000,"lowerVerticalReference":"AMSL",
            "upperLimit":2000,"upperVerticalReference":"AMSL",
            "horizontalProjection":{"type":"Polygon","coordinates":%s}}]}]
        """
            .formatted(rings);
    SourceProfile profile =
        SourceProfiles.parse("{\"id\":\"a\",\"format\":\"ED269\"," + setting + "}");
    return ZoneReaders.of(profile).read(document.getBytes(UTF_8));
  }

  @Test
  void refusesAPageThatIsNotTheWhole() {
    String page = "{\"type\":\"FeatureCollection\",\"exceededTransferLimit\":true,\"features\":[]}";
    ZoneImport read =
        ZoneReaders.of(SourceProfiles.find("faa-uasfm").orElseThrow()).read(page.getBytes(UTF_8));
    assertThat(read.issues()).extracting(Issue::code).containsExactly("DOC_TRUNCATED");
  }

  @Test
  void namesIssuesThatAPublisherIsNotKnownFor() {
    SourceProfile tolerant =
        SourceProfiles.parse(
            "{\"id\":\"a\",\"format\":\"OPENAIR\",\"tolerate\":[\"TIME_BY_NOTAM\"]}");
    byte[] document =
        ("AC Q\nAN A\nAL NOTAM\nAH BCTA FT\nV X=10:30:00 N 030:00:00 W\nDC 2.5\n").getBytes(UTF_8);
    assertThat(tolerant.unexpected(ZoneReaders.of(tolerant).read(document)))
        .extracting(Issue::code)
        .containsExactly("VERT_TEXT_UNPARSED");
  }
}
