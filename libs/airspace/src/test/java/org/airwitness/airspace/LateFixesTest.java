package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.ZoneEvent.Type;
import org.junit.jupiter.api.Test;

/**
 * Fixes that arrive up to 1.5 s late, each by another time; one that a later one has overtaken is
 * dropped, as the tracker does.
 */
class LateFixesTest {
  private static final double MAX_LATE_S = 1.5;
  private static final int SEEDS = 200;
  private static final MonitorSettings SETTINGS =
      MonitorSettings.DEFAULT.withApproachTime(Duration.ofSeconds(30));

  private record Arrival(double at, JsonNode fix) {
    double t() {
      return fix.get(0).asDouble();
    }
  }

  /**
   * The same approaches and stays begin and end in the same order. What a boundary or a window of
   * time causes has its own time, so it stays, but for a drone that trembles on the boundary; what
   * a fix causes comes with a later fix, and a beat may be missing.
   */
  @Test
  void tellsTheSameEpisodesWhenFixesComeLate() {
    int off = 0;
    for (JsonNode scenario : TestData.externalJson("golden/events.json").get("scenarios")) {
      List<ZoneEvent> onTime = withoutBeats(fly(scenario, new Random(0), 0));
      boolean trembles = scenario.get("name").asText().startsWith("jitter on the edge");
      for (int seed = 1; seed <= SEEDS; seed++) {
        List<ZoneEvent> late = withoutBeats(fly(scenario, new Random(seed), MAX_LATE_S));
        String name = scenario.get("name") + ", seed " + seed;
        assertThat(steps(late)).as(name).isEqualTo(steps(onTime));
        for (int i = 0; i < late.size(); i++) {
          ZoneEvent event = late.get(i);
          double offS = Math.abs(seconds(onTime.get(i).time(), event.time()));
          assertThat(offS).as("%s: %s", name, event).isLessThanOrEqualTo(mostS(event, trembles));
          off += offS > 0 ? 1 : 0;
        }
      }
    }
    assertThat(off).isPositive();
  }

  private static double mostS(ZoneEvent event, boolean trembles) {
    return switch (event.type()) {
      case ENTER -> trembles ? 4 : 0;
      case APPROACHING, EXIT -> 2;
      case CLEARED ->
          event.reason() == ClearReason.LEFT || event.reason() == ClearReason.RECEDED ? 2 : 0;
      case ACTIVATED, INSIDE, CROSS, DEACTIVATED -> 0;
    };
  }

  private static List<ZoneEvent> withoutBeats(List<ZoneEvent> events) {
    return events.stream().filter(event -> event.type() != Type.INSIDE).toList();
  }

  private static List<String> steps(List<ZoneEvent> events) {
    return events.stream().map(event -> event.type() + " " + event.reason()).toList();
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toMillis() / 1000.0;
  }

  private static List<ZoneEvent> fly(JsonNode scenario, Random random, double maxLateS) {
    Flight flight = new Flight(SETTINGS, PublishedEventsTest.zone(scenario.get("zone")));
    double removedAt = scenario.path("zone_removed_at").asDouble(Double.POSITIVE_INFINITY);
    List<Arrival> arrivals = new ArrayList<>();
    for (JsonNode fix : scenario.get("fixes_t_lon_lat_agl")) {
      arrivals.add(new Arrival(fix.get(0).asDouble() + maxLateS * random.nextDouble(), fix));
    }
    arrivals.sort(Comparator.comparingDouble(Arrival::at));
    double latest = Double.NEGATIVE_INFINITY;
    for (Arrival arrival : arrivals) {
      if (arrival.at() >= removedAt) {
        flight.events.addAll(
            flight
                .monitor
                .onZonesChanged(ZoneIndex.of(List.of()), Flight.time(removedAt))
                .events());
        removedAt = Double.POSITIVE_INFINITY;
      }
      if (arrival.t() > latest) {
        latest = arrival.t();
        JsonNode fix = arrival.fix();
        flight.at(latest, fix.get(1).asDouble(), fix.get(2).asDouble(), fix.get(3).asDouble());
      }
    }
    if (scenario.has("clock_runs_until")) {
      flight.lost(latest + 15);
    }
    return flight.events;
  }
}
