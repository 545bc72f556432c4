package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAirReaderTest {
  private static final String SQUARE =
      """
      DP 10:00:00 N 030:00:00 W
      DP 10:00:00 N 029:58:00 W
      DP 10:02:00 N 029:58:00 W
      DP 10:02:00 N 030:00:00 W
      DP 10:00:00 N 030:00:00 W
      """;

  @ParameterizedTest(name = "{0}: {1} {2} {3} {4}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          GND;             GROUND;     0;    FT; AGL
          sfc;             GROUND;     0;    FT; AGL
          0 AGL;           GROUND;     0;    FT; AGL
          FL65;            VALUE;      65;   FL; STD
          FL 65;           VALUE;      65;   FL; STD
          5000MSL;         VALUE;      5000; FT; AMSL
          3500F AMSL;      VALUE;      3500; FT; AMSL
          150M AMSL;       VALUE;      150;  M;  AMSL
          2500FT QNH;      VALUE;      2500; FT; AMSL
          1000 FT ALT;     VALUE;      1000; FT; AMSL
          1000F ASFC;      VALUE;      1000; FT; AGL
          100M SFC;        VALUE;      100;  M;  AGL
          2500FT STD;      VALUE;      2500; FT; STD
          """)
  void readsAltitudesAsWritten(
      String text, Limit.Kind kind, double value, Limit.Unit unit, Limit.Datum datum) {
    Zone zone = one("AC R\nAN A\nAH UNLTD\nAL " + text + "\n" + SQUARE);
    assertThat(zone.volumes().getFirst().lower()).isEqualTo(new Limit(kind, value, unit, datum));
    assertThat(zone.volumes().getFirst().upper().kind()).isEqualTo(Limit.Kind.UNLIMITED);
  }

  @Test
  void takesAssumedUnitAndDatumFromTheProfile() {
    SourceProfile metres =
        SourceProfiles.parse(
            "{\"id\":\"m\",\"format\":\"OPENAIR\",\"defaultUnit\":\"M\",\"defaultDatum\":\"AGL\"}");
    byte[] document = ("AC R\nAN A\nAL 100\nAH 200\n" + SQUARE).getBytes(UTF_8);
    ZoneImport read = new OpenAirReader(metres).read(document);
    assertThat(read.zones().getFirst().volumes().getFirst().upper())
        .isEqualTo(Limit.upper(200, Limit.Unit.M, Limit.Datum.AGL));
    assertThat(read.issues())
        .extracting(issue -> issue.code() + " " + issue.path())
        .containsExactly(
            "VERT_UNIT_ASSUMED line:3",
            "VERT_DATUM_ASSUMED line:3",
            "VERT_UNIT_ASSUMED line:4",
            "VERT_DATUM_ASSUMED line:4");
  }

  @ParameterizedTest(name = "{0} {1}: {2}")
  @CsvSource({
    "P, '', PROHIBITED",
    "R, '', REQ_AUTHORISATION",
    "D, '', REQ_AUTHORISATION",
    "Q, '', CONDITIONAL",
    "G, '', NO_RESTRICTION",
    "UNC, TRA, REQ_AUTHORISATION",
    "C, TMA, CONDITIONAL",
    "P, GSEC, PROHIBITED"
  })
  void letsTheTypeDecideBeforeTheClass(String airspaceClass, String type, Restriction expected) {
    String typed = type.isEmpty() ? "" : "AY " + type + "\n";
    assertThat(one("AC " + airspaceClass + "\n" + typed + "AN A\n" + SQUARE).restriction())
        .isEqualTo(expected);
  }

  @Test
  void keepsALoneCircleExact() {
    Zone zone = one("AC R\nAN A\nV X=10:30:00 N 030:00:00 W\nDC 2.5\n");
    assertThat(zone.volumes()).hasSize(1);
    assertThat(zone.volumes().getFirst().shape()).isEqualTo(new Circle(-30, 10.5, 2.5 * 1852));
  }

  @Test
  void keepsWhatIsWrittenAndLeavesTheRestOfTheFileAlone() {
    String record = "AC R\nAN A * comment\nAH 500 ; feet\n" + SQUARE;
    ZoneImport read = read("AC R\nAN broken\nDP 91:00:00 N 030:00:00 W\n" + record);
    assertThat(read.zones()).extracting(Zone::raw).containsExactly(record);
    assertThat(read.quarantined())
        .singleElement()
        .satisfies(zone -> {
          assertThat(zone.name()).isEqualTo("broken");
          assertThat(zone.reasons()).extracting(Issue::code).containsExactly("GEOM_SHORT");
          assertThat(zone.raw()).startsWith("AC R\nAN broken\n");
        });
  }

  @Test
  void listsZoneByNotamAndTreatsItAsActiveWhereTheProfileSaysSo() {
    String document = "AC Q\nAN A\nAL GND\nAH NOTAM\n" + SQUARE;
    assertThat(one(document).activation()).isEqualTo(Activation.BY_NOTAM);
    SourceProfile alert =
        SourceProfiles.parse("{\"id\":\"a\",\"format\":\"OPENAIR\",\"notamActivation\":\"ALERT\"}");
    assertThat(new OpenAirReader(alert).read(document.getBytes(UTF_8)).zones())
        .extracting(Zone::activation)
        .containsExactly(Activation.BY_DATA);
  }

  @Test
  void coversACorridorOfSeveralLegsWithRoundEnds() {
    Zone zone =
        one(
            """
            AC P
            AN Airway
            V W=2
            DY 10:00:00 N 030:00:00 W
            DY 10:00:00 N 029:00:00 W
            DY 11:00:00 N 029:00:00 W
            """);
    ZoneIndex index = ZoneIndex.of(List.of(zone));
    double mileDeg = 1 / 60.0;
    assertThat(index.at(-29.5, 10 + 0.98 * mileDeg)).hasSize(1);
    assertThat(index.at(-29.5, 10 + 1.02 * mileDeg)).isEmpty();
    assertThat(index.at(-30 - 0.9 * mileDeg, 10)).hasSize(1);
    assertThat(index.at(-30 - 1.1 * mileDeg, 10)).isEmpty();
    assertThat(index.at(-29 + 0.7 * mileDeg, 10 - 0.7 * mileDeg)).as("outer corner").hasSize(1);
    assertThat(index.at(-29.5, 10.5)).isEmpty();
  }

  @Test
  void readsOldEncodingAndSaysSo() {
    byte[] document = ("AC R\nAN Süd\n" + SQUARE).getBytes(ISO_8859_1);
    ZoneImport read =
        new OpenAirReader(SourceProfile.of("test", DocumentFormat.OPENAIR)).read(document);
    assertThat(read.zones()).extracting(Zone::name).containsExactly("Süd");
    assertThat(read.issues()).extracting(Issue::code).containsExactly("DOC_ENCODING");
  }

  private static Zone one(String document) {
    return read(document).zones().getFirst();
  }

  private static ZoneImport read(String document) {
    return new OpenAirReader(SourceProfile.of("test", DocumentFormat.OPENAIR))
        .read(document.getBytes(UTF_8));
  }
}
