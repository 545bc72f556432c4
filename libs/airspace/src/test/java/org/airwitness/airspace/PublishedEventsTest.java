package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.sf.geographiclib.Geodesic;
import net.sf.geographiclib.GeodesicData;
import org.airwitness.airspace.ZoneEvent.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tracks through zones against events worked out by an independent program. */
class PublishedEventsTest {
  private static final double TOLERANCE_S = 0.2;
  private static final MonitorSettings SETTINGS =
      MonitorSettings.DEFAULT.withApproachTime(Duration.ofSeconds(30));

  /** Late fixes, from the middle of the zone or far away, change nothing. */
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, 0, 1})
  void raisesTheExpectedEvents(double lateDegAway) {
    JsonNode scenarios = TestData.externalJson("golden/events.json").get("scenarios");
    assertThat(scenarios).hasSize(9);
    for (JsonNode scenario : scenarios) {
      List<ZoneEvent> raised = fly(scenario, lateDegAway);
      JsonNode expected = scenario.get("expected");
      String name = scenario.get("name").asText();
      assertThat(raised.stream().map(event -> event.type().name()))
          .as(name)
          .containsExactlyElementsOf(texts(expected));
      for (int i = 0; i < raised.size(); i++) {
        assertSame(name, raised.get(i), expected.get(i));
      }
    }
  }

  private static void assertSame(String scenario, ZoneEvent event, JsonNode expected) {
    String name = scenario + ": " + expected;
    assertThat(seconds(event.time())).as(name).isCloseTo(expected.get("t").asDouble(), tolerance());
    if (expected.has("reason")) {
      assertThat(event.reason()).as(name).hasToString(expected.get("reason").asText());
    }
    if (expected.has("until")) {
      assertThat(event.until()).isNotNull();
      assertThat(seconds(event.until())).isCloseTo(expected.get("until").asDouble(), tolerance());
    }
  }

  private static List<ZoneEvent> fly(JsonNode scenario, double lateDegAway) {
    Flight flight = new Flight(SETTINGS, zone(scenario.get("zone")));
    double removedAt = scenario.path("zone_removed_at").asDouble(Double.POSITIVE_INFINITY);
    double last = 0;
    for (JsonNode fix : scenario.get("fixes_t_lon_lat_agl")) {
      double t = fix.get(0).asDouble();
      if (t >= removedAt) {
        Instant at = Flight.time(removedAt);
        flight.events.addAll(flight.monitor.onZonesChanged(ZoneIndex.of(List.of()), at).events());
        removedAt = Double.POSITIVE_INFINITY;
      }
      flight.at(t, fix.get(1).asDouble(), fix.get(2).asDouble(), fix.get(3).asDouble());
      if (!Double.isNaN(lateDegAway)) {
        JsonNode centre = scenario.get("zone").get("center");
        flight.late(t - 10, centre.get(0).asDouble() + lateDegAway, centre.get(1).asDouble());
      }
      last = t;
    }
    if (scenario.has("clock_runs_until")) {
      flight.lost(last + 15);
    }
    return flight.events;
  }

  static Zone zone(JsonNode zone) {
    JsonNode centre = zone.get("center");
    Circle circle =
        new Circle(
            centre.get(0).asDouble(), centre.get(1).asDouble(), zone.get("radius_m").asDouble());
    List<Applicability> times = new ArrayList<>();
    if (zone.has("active")) {
      times.add(
          new Applicability(
              false,
              Flight.time(zone.get("active").get(0).asDouble()),
              Flight.time(zone.get("active").get(1).asDouble()),
              List.of()));
    }
    Zone whole =
        Zones.of("A", Restriction.PROHIBITED, times, limit(zone.path("ceiling"), true), circle);
    Limit floor = limit(zone.path("floor"), false);
    return Zones.of("A", Restriction.PROHIBITED, times, floor, whole.volumes().getFirst());
  }

  private static Limit limit(JsonNode value, boolean upper) {
    if (!value.isNumber()) {
      return Limit.notStated();
    }
    return upper
        ? Limit.upper(value.asDouble(), Limit.Unit.M, Limit.Datum.AGL)
        : Limit.lower(value.asDouble(), Limit.Unit.M, Limit.Datum.AGL);
  }

  /** Every small circle of a published file is met once by a track through its middle. */
  @Test
  void missesNoSmallCircleBetweenTwoFixes() {
    int circles = 0;
    for (Zone zone : RealZones.of("BG")) {
      Shape shape = zone.volumes().getFirst().shape();
      if (shape instanceof Circle circle && circle.radiusM() <= 35) {
        circles++;
        List<Type> met = flyThrough(circle);
        assertThat(met.stream().filter(type -> type == Type.ENTER || type == Type.CROSS))
            .as(zone.key().toString())
            .hasSize(1);
      }
    }
    assertThat(circles).isGreaterThan(10);
  }

  private static List<Type> flyThrough(Circle circle) {
    Flight flight = new Flight(MonitorSettings.DEFAULT, Zones.of("C", circle));
    for (int t = 0; t <= 60; t++) {
      double fromMiddleM = -600 + 20 * t + 7;
      GeodesicData at = Geodesic.WGS84.Direct(circle.latDeg(), circle.lonDeg(), 65, fromMiddleM);
      flight.at(t, at.lon2, at.lat2);
    }
    return flight.types();
  }

  private static List<String> texts(JsonNode expected) {
    List<String> texts = new ArrayList<>();
    expected.forEach(event -> texts.add(event.get("event").asText()));
    return texts;
  }

  private static double seconds(@Nullable Instant time) {
    return Duration.between(Flight.START, time).toMillis() / 1000.0;
  }

  private static org.assertj.core.data.Offset<Double> tolerance() {
    return org.assertj.core.data.Offset.offset(TOLERANCE_S);
  }
}
