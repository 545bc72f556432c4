package org.airwitness.airspace.edition;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.edition.EditionDiff.Change;
import org.airwitness.airspace.format.Ed269Reader;
import org.airwitness.airspace.format.SourceProfile;
import org.airwitness.airspace.format.SourceProfiles;
import org.junit.jupiter.api.Test;

class EditionDiffTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final SourceProfile BULGARIA = SourceProfiles.find("bg-caa").orElseThrow();
  private static final String BG = "ed269/BG_2026-07-30.json";

  @Test
  void namesWhatIsAddedRemovedAndChanged() {
    ObjectNode document = own();
    ZoneImport before = read(document);
    ArrayNode zones = (ArrayNode) document.get("features");
    ((ObjectNode) zones.get(0)).put("restriction", "CONDITIONAL");
    ((ObjectNode) zones.get(1).at("/geometry/0")).put("upperLimit", 77);
    zones.remove(2);
    zones.add(((ObjectNode) zones.get(0)).deepCopy().put("identifier", "NEW"));

    EditionDiff diff = EditionDiff.between(before.zones(), read(document).zones());

    assertThat(diff.added()).extracting(key -> key.identifier()).containsExactly("NEW");
    assertThat(diff.removed()).containsExactly(before.zones().get(2).key());
    assertThat(diff.changed())
        .extracting(Change::fields)
        .containsExactly(List.of("restriction"), List.of("limits"));
  }

  @Test
  void seesNoChangeWhenOnlyTheOrderOfMembersAndZonesDiffers() {
    ObjectNode document = own();
    ZoneImport before = read(document);
    ObjectNode turned = (ObjectNode) reversed(document);
    turn((ArrayNode) turned.get("features"));
    EditionDiff diff = EditionDiff.between(before.zones(), read(turned).zones());
    assertThat(diff)
        .isEqualTo(new EditionDiff(List.of(), List.of(), List.of(), before.zones().size()));
  }

  @Test
  void pairsRepeatedIdentifiersByContentFirst() {
    List<Zone> zones = read(own()).zones();
    Zone first = zones.getFirst();
    ObjectNode document = own();
    ArrayNode features = (ArrayNode) document.get("features");
    features.insert(0, ((ObjectNode) features.get(0)).deepCopy().put("message", "another"));
    EditionDiff diff = EditionDiff.between(zones, read(document).zones());
    assertThat(diff.changed()).isEmpty();
    assertThat(diff.added())
        .extracting(key -> key.identifier())
        .containsExactly(first.key().identifier());
  }

  @Test
  void findsTheChangesMadeToAPublishedEdition() {
    ObjectNode document = (ObjectNode) TestData.externalJson(BG);
    ZoneImport before = read(document);
    ArrayNode zones = (ArrayNode) document.get("features");
    ((ObjectNode) zones.get(10)).put("name", "another");
    ((ObjectNode) zones.get(11)).put("message", "another");
    ((ObjectNode) zones.get(12).at("/geometry/0")).put("lowerLimit", 17);
    ((ObjectNode) zones.get(13)).put("restriction", "NO_RESTRICTION");
    for (int i = 0; i < 2; i++) {
      zones.add(((ObjectNode) zones.get(20 + i)).deepCopy().put("identifier", "NEW" + i));
    }
    for (int i = 0; i < 3; i++) {
      zones.remove(100);
    }

    EditionDiff diff = EditionDiff.between(before.zones(), read(reversed(document)).zones());

    assertThat(diff.added()).hasSize(2);
    assertThat(diff.removed()).hasSize(3);
    assertThat(diff.changed())
        .extracting(Change::fields)
        .containsExactly(
            List.of("names"), List.of("message"), List.of("limits"), List.of("restriction"));
    assertThat(diff.unchanged()).isEqualTo(881 - 3 - 4);
  }

  @Test
  void refusesAnEditionThatLosesAThird() {
    ObjectNode document = (ObjectNode) TestData.externalJson(BG);
    ZoneImport before = read(document);
    ArrayNode zones = (ArrayNode) document.get("features");
    for (int i = 0; i < 300; i++) {
      zones.remove(zones.size() - 1);
    }
    EditionGuard guard = new EditionGuard(BULGARIA.shrinkLimit());
    assertThat(guard.check(before, read(document)))
        .hasValueSatisfying(issue -> assertThat(issue.code()).isEqualTo("DOC_SHRINK"));
    assertThat(guard.check(before, before)).isEmpty();
  }

  @Test
  void refusesExchangedAxesAndKeepsOutOneBrokenRing() {
    ObjectNode document = (ObjectNode) TestData.externalJson(BG);
    ObjectNode cut = document.deepCopy();
    for (JsonNode zone : cut.get("features")) {
      JsonNode ring = zone.at("/geometry/0/horizontalProjection/coordinates/0");
      if (ring.isArray()) {
        while (ring.size() > 2) {
          ((ArrayNode) ring).remove(2);
        }
        break;
      }
    }
    assertThat(read(cut).zones()).hasSize(880);
    assertThat(read(cut).quarantined()).hasSize(1);

    for (JsonNode zone : document.get("features")) {
      JsonNode projection = zone.at("/geometry/0/horizontalProjection");
      exchange((ArrayNode) projection.get("center"));
      for (JsonNode ring : projection.path("coordinates")) {
        ring.forEach(point -> exchange((ArrayNode) point));
      }
    }
    ZoneImport exchanged = read(document);
    assertThat(exchanged.refused()).isTrue();
    assertThat(exchanged.issues()).extracting(Issue::code).contains("DOC_AXES");
  }

  @Test
  void refusesAnEditionOfWhichTooMuchCannotBeUsedOrThatReachesTooFar() {
    ObjectNode document = own();
    ZoneImport before = read(document);
    ObjectNode broken = document.deepCopy();
    ((ObjectNode) broken.at("/features/0/geometry/0/horizontalProjection")).put("type", "Line");
    assertThat(new EditionGuard(1).check(before, read(broken)))
        .hasValueSatisfying(issue -> assertThat(issue.message()).contains("cannot be used"));

    ObjectNode far = document.deepCopy();
    ObjectNode zone = ((ObjectNode) far.at("/features/0")).deepCopy().put("identifier", "FAR");
    ((ObjectNode) zone.at("/geometry/0/horizontalProjection"))
        .set("center", JSON.arrayNode().add(-60).add(10));
    ((ArrayNode) far.get("features")).add(zone);
    assertThat(new EditionGuard(1).check(before, read(far)))
        .hasValueSatisfying(issue -> assertThat(issue.message()).contains("further"));
  }

  private static void exchange(ArrayNode point) {
    if (point != null) {
      JsonNode lon = point.get(0);
      point.set(0, point.get(1));
      point.set(1, lon);
    }
  }

  /** The same document with the members of every object in the opposite order. */
  private static JsonNode reversed(JsonNode node) {
    if (node.isArray()) {
      ArrayNode list = JSON.arrayNode();
      node.forEach(item -> list.add(reversed(item)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    ObjectNode object = JSON.objectNode();
    names.reversed().forEach(name -> object.set(name, reversed(node.get(name))));
    return object;
  }

  private static void turn(ArrayNode array) {
    List<JsonNode> items = new ArrayList<>();
    array.forEach(items::add);
    array.removeAll();
    array.addAll(items.reversed());
  }

  private static ObjectNode own() {
    return (ObjectNode) TestData.json(TestData.own("ed269-city.json"));
  }

  private static ZoneImport read(JsonNode document) {
    return new Ed269Reader(BULGARIA).read(document.toString().getBytes(UTF_8));
  }
}
