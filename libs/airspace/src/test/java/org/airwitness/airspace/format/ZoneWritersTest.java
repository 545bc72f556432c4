package org.airwitness.airspace.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.edition.ZoneContent;
import org.airwitness.airspace.height.Geoid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneWritersTest {
  private static final Geoid FORTY_METRES = (_, _) -> 40.2;
  private static final String SHAPE =
      "\"type\":\"Polygon\",\"coordinates\":[[[8,50],[9,50],[9,51],[8,50]]]";

  @Test
  void writesEd269ThatReadsAsTheSameZones() {
    List<Zone> zones = read("ed269-city.json").zones();
    WrittenZones written = new Ed269Writer("en", Geoid.NONE).write("City", zones);
    ZoneImport again = new Ed269Reader("test").read(written.text().getBytes(UTF_8));
    assertThat(contents(again.zones())).isEqualTo(contents(zones));
    assertThat(written.losses()).isEmpty();
  }

  @Test
  void writesEd318WithALayerOnEveryLeafAndALanguageOnEveryText() {
    JsonNode document =
        json(new Ed318Writer("en-GB").write("City", read("ed269-city.json").zones()));
    assertThat(document.get("name").asText()).isEqualTo("City");
    for (JsonNode feature : document.get("features")) {
      JsonNode geometry = feature.get("geometry");
      List<JsonNode> leaves = new ArrayList<>();
      geometry.path("geometries").forEach(leaves::add);
      assertThat(leaves.isEmpty() ? List.of(geometry) : leaves)
          .allMatch(leaf -> leaf.path("layer").has("uom"));
      assertThat(feature.at("/properties/name/0/lang").asText()).isEqualTo("en-GB");
    }
    assertThat(document.at("/features/0/geometry/type").asText()).isEqualTo("Point");
    assertThat(document.at("/features/0/geometry/extent/radius").asInt()).isEqualTo(400);
  }

  @Test
  void cutsALongTextAtAWordAndReadsTheWholeAgain() {
    String message = "word ".repeat(60).strip();
    Zone zone = zone("\"message\":[{\"text\":\"" + message + "\",\"lang\":\"en-GB\"}]", "");
    for (WrittenZones written :
        List.of(
            new Ed318Writer("en-GB").write("A", List.of(zone)),
            new Ed269Writer("en-GB", Geoid.NONE).write("A", List.of(zone)))) {
      assertThat(written.losses()).extracting(Issue::code).contains("FIELD_LENGTH");
      assertThat(written.text()).contains("word…");
      Zone again =
          ZoneReaders.of(
                  SourceProfile.of(
                      "test", ZoneReaders.detect(written.text().getBytes(UTF_8)).orElseThrow()))
              .read(written.text().getBytes(UTF_8))
              .zones()
              .getFirst();
      assertThat(again.message()).isEqualTo(message);
    }
  }

  @Test
  void shortensAnIdentifierForEd318AndFindsItAgain() {
    Zone zone = zone("\"identifier\":\"Very long name\"", "");
    WrittenZones written = new Ed318Writer("en").write("A", List.of(zone));
    assertThat(json(written).at("/features/0/properties/identifier").asText())
        .matches("[A-Za-z0-9_-]{7}");
    Zone again =
        ZoneReaders.of(SourceProfile.of("test", DocumentFormat.ED318))
            .read(written.text().getBytes(UTF_8))
            .zones()
            .getFirst();
    assertThat(again.key().identifier()).isEqualTo("Very long name");
  }

  @Test
  void turnsLimitsAboveTheEllipsoidOutwardsIntoSuchAboveSeaLevel() {
    Zone zone =
        zone(
            "",
            "\"lower\":100,\"lowerReference\":\"WGS84\",\"upper\":200,\"upperReference\":\"WGS84\"");
    WrittenZones written = new Ed269Writer("en", FORTY_METRES).write("A", List.of(zone));
    JsonNode volume = json(written).at("/features/0/geometry/0");
    assertThat(volume.get("lowerLimit").asInt()).isEqualTo(59);
    assertThat(volume.get("upperLimit").asInt()).isEqualTo(160);
    assertThat(volume.get("upperVerticalReference").asText()).isEqualTo("AMSL");
    assertThat(written.losses()).extracting(Issue::code).containsExactly("VERT_WGS84");

    WrittenZones without = new Ed269Writer("en", Geoid.NONE).write("A", List.of(zone));
    assertThat(json(without).at("/features/0/geometry/0").has("upperLimit")).isFalse();
    assertThat(without.losses()).extracting(Issue::severity).containsExactly(Severity.WARN);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "AC Q|AN A|AL GND|AH NOTAM, TIME_BY_NOTAM, 0",
    "AC Q|AN A|AL GND|AH FL65, VERT_STD, 1"
  })
  void saysWhatCannotBeWritten(String record, String loss, int zones) {
    String square =
        "\nDP 10:00:00 N 030:00:00 W\nDP 10:00:00 N 029:58:00 W\nDP 10:02:00 N 029:58:00 W\n";
    List<Zone> read =
        ZoneReaders.of(SourceProfile.of("test", DocumentFormat.OPENAIR))
            .read((record.replace('|', '\n') + square).getBytes(UTF_8))
            .zones();
    for (WrittenZones written :
        List.of(
            new Ed269Writer("en", Geoid.NONE).write("A", read),
            new Ed318Writer("en").write("A", read))) {
      assertThat(json(written).get("features")).hasSize(zones);
      assertThat(written.losses()).extracting(Issue::code).contains(loss);
    }
  }

  @Test
  void leavesAScheduleByTheSunToEd318() {
    Zone zone =
        zone(
            "\"limitedApplicability\":[{\"schedule\":[{\"day\":[\"ANY\"],\"startEvent\":\"SR\","
                + "\"endEvent\":\"SS\"}]}]",
            "");
    WrittenZones ed318 = new Ed318Writer("en").write("A", List.of(zone));
    assertThat(
            json(ed318)
                .at("/features/0/properties/limitedApplicability/0/schedule/0/startEvent")
                .asText())
        .isEqualTo("SR");
    WrittenZones ed269 = new Ed269Writer("en", Geoid.NONE).write("A", List.of(zone));
    assertThat(json(ed269).get("features")).isEmpty();
    assertThat(ed269.losses())
        .extracting(issue -> issue.code() + " " + issue.severity())
        .containsExactly("TIME_SUN_EVENT ERROR");
  }

  @Test
  void refusesToWriteTextsWithoutALanguage() {
    assertThatThrownBy(() -> new Ed318Writer(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1 to 5 characters");
  }

  private static Zone zone(String members, String layer) {
    String identifier = members.contains("identifier") ? "" : "\"identifier\":\"A1\",";
    String document =
        "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{"
            + identifier
            + "\"country\":\"XTS\",\"type\":\"PROHIBITED\",\"variant\":\"COMMON\","
            + "\"zoneAuthority\":[{\"purpose\":\"INFORMATION\"}]"
            + (members.isEmpty() ? "" : "," + members)
            + "},\"geometry\":{"
            + SHAPE
            + ",\"layer\":{"
            + layer
            + "}}}]}";
    return ZoneReaders.of(SourceProfile.of("test", DocumentFormat.ED318))
        .read(document.getBytes(UTF_8))
        .zones()
        .getFirst();
  }

  private static ZoneImport read(String name) {
    return new Ed269Reader("test").read(TestData.own(name));
  }

  private static JsonNode json(WrittenZones written) {
    return TestData.json(written.text().getBytes(UTF_8));
  }

  private static List<ZoneContent> contents(List<Zone> zones) {
    return zones.stream().map(ZoneContent::of).toList();
  }
}
