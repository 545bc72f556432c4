package org.airwitness.benchmarks.zones;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Fix;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.MonitorSettings;
import org.airwitness.airspace.Outcome;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.ZoneMonitor;
import org.airwitness.airspace.height.Environment;

/** How long it takes until a zone drawn around a hovering drone is known to hold it. */
final class Emergency {
  private static final int ROUNDS = 20;

  private Emergency() {}

  /**
   * Milliseconds from the zone to the events of all tracks, the best of some rounds: the index with
   * one zone changed, and every track judged where it was last.
   *
   * @param places of the latest fixes, one for each of {@link Load#TRACKS} tracks
   */
  static double changeMs(ZoneIndex index, Position[] places) {
    double bestMs = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      ZoneMonitor monitor =
          new ZoneMonitor("bench", index, Environment.NONE, MonitorSettings.DEFAULT);
      for (int track = 0; track < Load.TRACKS; track++) {
        monitor.onFix(
            new Fix(
                new UUID(round, track),
                1,
                Load.TIME,
                places[track],
                Double.NaN,
                Heights.NONE,
                null));
      }
      Zone zone = around(places[0], round);
      long start = System.nanoTime();
      Outcome outcome =
          monitor.onZonesChanged(index.with(List.of(zone), Set.of()), Load.TIME.plusSeconds(1));
      bestMs = Math.min(bestMs, (System.nanoTime() - start) / 1e6);
      if (outcome.events().stream().noneMatch(event -> event.zoneId().equals(zone.id()))) {
        throw new IllegalStateException("nobody has entered the zone");
      }
    }
    return bestMs;
  }

  private static Zone around(Position place, int number) {
    ZoneKey key = new ZoneKey("emergency", "", String.valueOf(number), 0);
    Circle circle = new Circle(place.lonDeg(), place.latDeg(), 300);
    return new Zone(
        key.toUuid(),
        key,
        "Emergency",
        Restriction.PROHIBITED,
        List.of(),
        null,
        List.of(),
        List.of(new Volume(circle, Limit.notStated(), Limit.notStated())),
        "");
  }
}
