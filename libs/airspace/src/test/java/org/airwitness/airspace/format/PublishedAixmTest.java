package org.airwitness.airspace.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.Activation;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Issue;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.QuarantinedZone;
import org.airwitness.airspace.TestData;
import org.airwitness.airspace.TimeWindow;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneImport;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.Zones;
import org.junit.jupiter.api.Test;

/** AIXM samples against results computed by hand and by an independent program. */
class PublishedAixmTest {
  private static final SourceProfile PROFILE = SourceProfile.of("test", DocumentFormat.AIXM);

  @Test
  void readsLimitsArcsAndBordersOfTheBritishSample() {
    ZoneImport read = read("aixm/GB_shape.xml");
    JsonNode expected = TestData.externalJson("golden/aixm.json").get("GB_shape.xml");

    assertThat(read.zones()).hasSameSizeAs(expected.get("zones"));
    for (int i = 0; i < read.zones().size(); i++) {
      Zone zone = read.zones().get(i);
      JsonNode wanted = expected.get("zones").get(i);
      assertThat(zone.name()).startsWith(wanted.get("designator").asText());
      assertLimits(zone.volumes().getFirst(), wanted);
      String path = "/hasMember[" + (i + 1) + "]";
      assertThat(read.issues())
          .filteredOn(issue -> issue.path().startsWith(path))
          .extracting(Issue::code)
          .filteredOn(code -> !code.equals("TIME_BY_NOTAM"))
          .as(wanted.toString())
          .containsExactlyInAnyOrderElementsOf(texts(wanted.get("issues")));
    }
    assertThat(read.zones().getFirst().activation()).isEqualTo(Activation.BY_NOTAM);
    assertThat(read.zones().getFirst().message()).isEqualTo("Mon-Sat SR to SS.");
  }

  @Test
  void holdsThePointsOfTheBritishSample() {
    List<Zone> zones = read("aixm/GB_shape.xml").zones();
    ZoneIndex index = ZoneIndex.of(zones);
    for (JsonNode check :
        TestData.externalJson("golden/aixm.json").get("GB_shape.xml").get("checks")) {
      List<String> inside =
          index.at(check.get("lon").asDouble(), check.get("lat").asDouble()).stream()
              .map(zone -> zone.name().split(" ")[0])
              .toList();
      assertThat(inside).as(check.toString()).isEqualTo(texts(check.get("inside")));
    }
  }

  @Test
  void readsNewTemporaryAirspacesWithTheirTimes() {
    for (JsonNode wanted : TestData.externalJson("golden/aixm.json").get("donlon")) {
      if (!wanted.get("interpretation").asText().equals("BASELINE")) {
        continue;
      }
      ZoneImport read = read("aixm/donlon/" + wanted.get("file").asText());
      Zone zone = read.zones().getFirst();
      assertThat(zone.name()).startsWith(wanted.get("designator").asText());
      assertLimits(zone.volumes().getFirst(), wanted);
      assertThat(windows(zone)).isEqualTo(windows(wanted.get("active")));
      if (wanted.has("vertices")) {
        assertThat(corners((Polygon) zone.volumes().getFirst().shape()))
            .isGreaterThanOrEqualTo(wanted.get("vertices").asInt());
      }
      for (String code : texts(wanted.path("issues"))) {
        assertThat(read.issues()).extracting(Issue::code).contains(code);
      }
    }
  }

  @Test
  void keepsChangesOfAirspacesThatAreNotInTheMessage() {
    for (JsonNode wanted : TestData.externalJson("golden/aixm.json").get("donlon")) {
      if (!wanted.get("interpretation").asText().equals("TEMPDELTA")) {
        continue;
      }
      String file = "aixm/donlon/" + wanted.get("file").asText();
      QuarantinedZone pending = read(file).quarantined().getFirst();
      assertThat(pending.key().identifier()).isEqualTo(wanted.get("airspace").asText());
      assertThat(pending.reasons()).extracting(Issue::code).containsExactly("AIXM_PENDING");

      ZoneReading reading = new ZoneReading(PROFILE, Instant.MIN);
      XmlAt slice =
          XmlDocument.parse(TestData.external(file), reading.issues())
              .orElseThrow()
              .descendants("AirspaceTimeSlice")
              .getFirst();
      AixmActivation activation =
          AixmActivation.read(slice, new Position(0, 0), reading).orElseThrow();
      List<String> active = windows(Zones.when(activation.periods()));
      if (wanted.has("active")) {
        assertThat(active).isEqualTo(windows(wanted.get("active")));
      } else {
        assertThat(active).hasSize(wanted.get("active_count").asInt());
        assertThat(active)
            .startsWith(windows(wanted.get("active_first_two")).toArray(String[]::new));
        assertThat(active.getLast())
            .isEqualTo(
                wanted.at("/active_last/0").asText() + "/" + wanted.at("/active_last/1").asText());
      }
      if (wanted.has("lower")) {
        List<Volume> volumes =
            new AixmGeometry(Map.of(), Map.of(), slice.place(), PROFILE).volumes(slice);
        assertLimits(volumes.getFirst(), wanted);
      }
    }
  }

  private static int corners(Polygon polygon) {
    return polygon.shell().size() - 1;
  }

  private static void assertLimits(Volume volume, JsonNode wanted) {
    assertLimit(volume.lower(), wanted.get("lower"), wanted);
    assertLimit(volume.upper(), wanted.get("upper"), wanted);
    if (wanted.has("radius_m")) {
      Circle circle = (Circle) volume.shape();
      assertThat(circle.radiusM()).isCloseTo(wanted.get("radius_m").asDouble(), within(1e-6));
      if (wanted.has("center")) {
        assertThat(circle.lonDeg()).isEqualTo(wanted.at("/center/0").asDouble());
        assertThat(circle.latDeg()).isEqualTo(wanted.at("/center/1").asDouble());
      }
    }
  }

  private static void assertLimit(Limit limit, JsonNode wanted, JsonNode zone) {
    if (wanted.has("unlimited")) {
      assertThat(limit.kind()).as(zone.toString()).isEqualTo(Limit.Kind.UNLIMITED);
      return;
    }
    assertThat(limit.value()).as(zone.toString()).isEqualTo(wanted.get("value").asDouble());
    assertThat(limit.unit().name()).as(zone.toString()).isEqualTo(wanted.get("unit").asText());
    assertThat(limit.datum().name()).as(zone.toString()).isEqualTo(wanted.get("ref").asText());
  }

  private static List<String> windows(Zone zone) {
    Instant start = Instant.parse("2022-01-01T00:00:00Z");
    return zone.windows(start, start.plus(Duration.ofDays(365))).stream()
        .map((TimeWindow window) -> window.from() + "/" + window.to())
        .toList();
  }

  private static List<String> windows(JsonNode wanted) {
    List<String> windows = new ArrayList<>();
    wanted.forEach(pair -> windows.add(pair.get(0).asText() + "/" + pair.get(1).asText()));
    return windows;
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static ZoneImport read(String name) {
    return ZoneReaders.of(PROFILE).read(TestData.external(name));
  }
}
