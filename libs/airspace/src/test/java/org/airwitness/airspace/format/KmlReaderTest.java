package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmlReaderTest {
  private static final String PROFILE =
      """
      {"id": "kml", "format": "KML", "country": "XTS", "mapping": {
        "identifier": "/properties/code",
        "name": "/properties/name",
        "restriction": {"pointer": "/properties/colour",
          "values": {"red": "PROHIBITED", "yellow": "CONDITIONAL"}},
        "message": {"pointer": "/properties/description", "as": "HTML"},
        "upper": {"pointer": "/properties/ceiling", "as": "ALTITUDE_TEXT"},
        "skipWhen": [{"pointer": "/properties/hidden", "value": "true"}]
      }}
      """;

  @Test
  void readsAreasByTheMappingOfTheProfile() {
    ZoneImport read = read(TestData.own("viewer.kml"));

    assertThat(read.zones()).extracting(Zone::name).containsExactly("Harbour", "Tower");
    Zone harbour = read.zones().getFirst();
    assertThat(harbour.key().identifier()).isEqualTo("H-1");
    assertThat(harbour.restriction()).isEqualTo(Restriction.PROHIBITED);
    assertThat(harbour.message()).isEqualTo("No flights\nwithout <permission> & notice");
    assertThat(harbour.volumes().getFirst().upper())
        .isEqualTo(Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL));
    assertThat(harbour.details().extended()).containsEntry("colour", "\"red\"");
  }

  @Test
  void reducesASolidToItsArea() {
    ZoneImport read = read(TestData.own("viewer.kml"));
    assertThat(read.zones().get(1).volumes()).hasSize(1);
    assertThat(read.issues())
        .extracting(issue -> issue.code() + " " + issue.path())
        .contains("GEOM_SOLID //Placemark[2]");
  }

  @Test
  void listsSkippedEntriesAndMarkersWithTheirReason() {
    ZoneImport read = read(TestData.own("viewer.kml"));
    assertThat(read.quarantined())
        .extracting(zone -> zone.name() + " " + zone.reasons().getFirst().code())
        .containsExactly("Old harbour FEATURE_SKIPPED", "Marker GEOM_TYPE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE kml [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><kml><Placemark/></kml>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><kml/>",
        "<kml><Placemark></kml>",
        "<kml/>",
        ""
      })
  void refusesDocumentThatIsNone(String document) {
    ZoneImport read = read(document.getBytes(UTF_8));
    assertThat(read.refused()).isTrue();
    assertThat(read.issues())
        .extracting(Issue::code)
        .containsAnyOf("DOC_SYNTAX", "DOC_ENCODING", "DOC_EMPTY");
  }

  @Test
  void refusesEndlessNesting() {
    String deep = "<kml>" + "<Folder>".repeat(100_000);
    assertThat(read(deep.getBytes(UTF_8)).refused()).isTrue();
  }

  private static ZoneImport read(byte[] document) {
    return ZoneReaders.of(SourceProfiles.parse(PROFILE)).read(document);
  }
}
