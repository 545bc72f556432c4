package org.airwitness.airspace.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Verdict;
import org.airwitness.airspace.VerticalVerdict;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    ZoneImport read = read("ed269/" + name);
    JsonNode expected = TestData.externalJson("golden/issues.json").get("ed269/" + name);

    List<Volume> volumes = read.zones().stream().flatMap(z -> z.volumes().stream()).toList();
    assertThat(read.zones()).hasSize(expected.get("zones").asInt());
    assertThat(volumes).hasSize(expected.get("volumes").asInt());
    assertThat(volumes.stream().filter(v -> v.shape() instanceof Circle))
        .hasSize(expected.get("circles").asInt());
    assertThat(countByCode(read)).isEqualTo(expectedCounts(expected.get("issues")));
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
      if (query.path("edge_model").asText().equals("GEODESIC")) {
        continue; // edges of ED-269 are planar
      }
      List<String> inside =
          index.at(query.get("lon").asDouble(), query.get("lat").asDouble()).stream()
              .map(zone -> zone.key().identifier())
              .toList();
      assertThat(inside).as(query.toString()).isEqualTo(texts(query.get("inside")));
    }
    assertThat(pathsByCode(read)).containsExactlyInAnyOrderElementsOf(expectedPaths(expected));
  }

  private static ZoneImport read(String name) {
    return new Ed269Reader("test").read(TestData.external(name));
  }

  private static Map<String, Integer> countByCode(ZoneImport read) {
    Map<String, Integer> counts = new TreeMap<>();
    read.issues().stream().map(Issue::code).forEach(code -> counts.merge(code, 1, Integer::sum));
    return counts;
  }

  private static Map<String, Integer> expectedCounts(JsonNode issues) {
    Map<String, Integer> counts = new TreeMap<>();
    issues.properties().forEach(e -> counts.put(e.getKey(), e.getValue().asInt()));
    return counts;
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
