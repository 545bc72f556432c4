package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.height.Geoid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in is read or refused; a reader never throws. */
class HostileInputTest {
  private static final int ROUNDS = 400;

  static Stream<Arguments> documents() {
    byte[] ed269 = TestData.own("ed269-city.json");
    byte[] ed318 =
        new Ed318Writer("en")
            .write("City", new Ed269Reader("test").read(ed269).zones())
            .text()
            .getBytes(UTF_8);
    return Stream.of(
        Arguments.of(SourceProfile.of("a", DocumentFormat.ED269), ed269),
        Arguments.of(SourceProfile.of("a", DocumentFormat.ED318), ed318),
        Arguments.of(SourceProfile.of("a", DocumentFormat.GEOJSON), TestData.own("park.geojson")),
        Arguments.of(SourceProfile.of("a", DocumentFormat.OPENAIR), TestData.own("airspaces.txt")),
        Arguments.of(SourceProfile.of("a", DocumentFormat.KML), TestData.own("viewer.kml")),
        Arguments.of(SourceProfile.of("a", DocumentFormat.AIXM), TestData.own("airspaces.xml")),
        Arguments.of(SourceProfile.of("a", DocumentFormat.FAA_TFR), TestData.own("tfr.xml")));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsTheUndamagedDocumentTheSameEveryTime(SourceProfile profile, byte[] document) {
    ZoneImport read = ZoneReaders.of(profile).read(document);
    assertThat(read.zones()).isNotEmpty();
    assertThat(ZoneReaders.of(profile).read(document)).isEqualTo(read);
    assertThat(ZoneReaders.detect(document)).contains(profile.format());
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsOrRefusesADocumentCutAnywhere(SourceProfile profile, byte[] document) {
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; i++) {
      assertAnswered(profile, Arrays.copyOf(document, random.nextInt(document.length)));
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void readsOrRefusesADocumentWithFlippedBytes(SourceProfile profile, byte[] document) {
    Random random = new Random(2);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = document.clone();
      for (int n = random.nextInt(1, 6); n > 0; n--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      assertAnswered(profile, damaged);
    }
  }

  /** Other digits keep the syntax and change what it says. */
  @ParameterizedTest
  @MethodSource("documents")
  void readsOrRefusesADocumentWithOtherNumbers(SourceProfile profile, byte[] document) {
    Random random = new Random(3);
    for (int i = 0; i < ROUNDS; i++) {
      byte[] damaged = document.clone();
      for (int at = 0; at < damaged.length; at++) {
        if (Character.isDigit(damaged[at]) && random.nextInt(8) == 0) {
          damaged[at] = (byte) ('0' + random.nextInt(10));
        }
      }
      assertAnswered(profile, damaged);
    }
  }

  @Test
  void refusesAMillionNestedBrackets() {
    byte[] deep = "[".repeat(1_000_000).getBytes(UTF_8);
    for (DocumentFormat format : List.of(DocumentFormat.ED269, DocumentFormat.ED318)) {
      assertThat(ZoneReaders.of(SourceProfile.of("a", format)).read(deep).refused()).isTrue();
    }
    assertThat(ZoneReaders.detect(deep)).isEmpty();
  }

  @Test
  void refusesADocumentOfThreeHundredMegabytesUnread() {
    byte[] large = new byte[300 * 1024 * 1024];
    for (DocumentFormat format : DocumentFormat.values()) {
      assertThat(ZoneReaders.of(SourceProfile.of("a", format)).read(large).issues())
          .extracting(Issue::code)
          .containsExactly("DOC_SIZE");
    }
  }

  @Test
  void refusesEntitiesThatGrow() {
    String bomb =
        "<!DOCTYPE kml [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]>"
            + "<kml><Placemark><name>&b;</name></Placemark></kml>";
    for (DocumentFormat format :
        List.of(DocumentFormat.KML, DocumentFormat.AIXM, DocumentFormat.FAA_TFR)) {
      ZoneImport read = ZoneReaders.of(SourceProfile.of("a", format)).read(bomb.getBytes(UTF_8));
      assertThat(read.issues()).extracting(Issue::code).containsExactly("DOC_SYNTAX");
    }
  }

  @Test
  void writesWhateverWasRead() {
    documents()
        .forEach(arguments -> {
          SourceProfile profile = (SourceProfile) arguments.get()[0];
          ZoneImport read = ZoneReaders.of(profile).read((byte[]) arguments.get()[1]);
          assertThat(new Ed269Writer("en", Geoid.NONE).write("a", read.zones()).text())
              .isNotEmpty();
          assertThat(new Ed318Writer("en").write("a", read.zones()).text()).isNotEmpty();
          assertThat(new GeoJsonZoneWriter().write(read.zones())).isNotEmpty();
        });
  }

  private static void assertAnswered(SourceProfile profile, byte[] document) {
    ZoneImport read = ZoneReaders.of(profile).read(document);
    assertThat(read.refused() || !read.zones().isEmpty() || !read.quarantined().isEmpty())
        .as("neither zones nor a reason: %s", read.issues())
        .isTrue();
  }
}
