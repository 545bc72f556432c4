package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.airwitness.airspace.ZoneEvent.Type;
import org.airwitness.airspace.height.Environment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash at any place with repeated delivery changes nothing that was or will be decided. */
class ZoneMonitorReplayTest {
  private static final Instant START = Instant.parse("2026-08-14T12:00:00Z");

  private static final List<Type> BEGINS =
      List.of(Type.APPROACHING, Type.ENTER, Type.ACTIVATED, Type.CROSS);

  private sealed interface Step {
    record Seen(Fix fix) implements Step {}

    record Lost(UUID trackId, long sequence, Instant at) implements Step {}
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void crashAndRepeatedDeliveryRaiseTheSameEvents(long seed) {
    Random random = new Random(seed);
    ZoneIndex index = ZoneIndex.of(zones(random));
    List<Step> steps = walks(random);
    List<List<ZoneEvent>> undisturbed = new ArrayList<>();
    ZoneMonitor monitor = monitor(index);
    steps.forEach(step -> undisturbed.add(apply(monitor, step).events()));
    Set<ZoneEvent> all = flat(undisturbed);
    assertThat(all.size()).isGreaterThan(100);

    for (int round = 0; round < 20; round++) {
      int crash = random.nextInt(steps.size());
      int replayFrom = random.nextInt(crash + 1);
      ZoneMonitor first = monitor(index);
      Map<UUID, Presence> stored = new HashMap<>();
      for (Step step : steps.subList(0, crash)) {
        store(stored, apply(first, step).changedPresences());
      }

      ZoneMonitor restarted = monitor(index);
      restarted.restore(stored.values());
      for (int i = replayFrom; i < steps.size(); i++) {
        List<ZoneEvent> events = apply(restarted, steps.get(i)).events();
        if (i < crash) {
          assertThat(undisturbed.get(i)).as("repeated step " + i).containsAll(events);
          assertThat(events)
              .allMatch(event -> event.type() == Type.INSIDE || event.type() == Type.CROSS);
        } else {
          assertThat(events).as("step " + i).isEqualTo(undisturbed.get(i));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12})
  void everyEpisodeBeginsOnceAndIsClearedAtMostOnce(long seed) {
    Random random = new Random(seed);
    ZoneMonitor monitor = monitor(ZoneIndex.of(zones(random)));
    List<ZoneEvent> events = new ArrayList<>();
    walks(random).forEach(step -> events.addAll(apply(monitor, step).events()));

    Map<UUID, List<ZoneEvent>> episodes =
        events.stream().collect(Collectors.groupingBy(ZoneEvent::enterEventId));
    assertThat(events).extracting(ZoneEvent::eventId).doesNotHaveDuplicates();
    assertThat(episodes.values())
        .allSatisfy(episode -> {
          List<Type> types = episode.stream().map(ZoneEvent::type).toList();
          assertThat(types.getFirst()).isIn(BEGINS);
          assertThat(types.subList(1, types.size())).doesNotContainAnyElementsOf(BEGINS);
          assertThat(types.indexOf(Type.CLEARED)).isIn(-1, types.size() - 1);
          int exit = types.indexOf(Type.EXIT);
          assertThat(exit).isIn(-1, types.size() - 2);
        });
  }

  private static ZoneMonitor monitor(ZoneIndex index) {
    return new ZoneMonitor("agency", index, Environment.NONE, MonitorSettings.DEFAULT);
  }

  private static Outcome apply(ZoneMonitor monitor, Step step) {
    return switch (step) {
      case Step.Seen(Fix fix) -> monitor.onFix(fix);
      case Step.Lost(UUID id, long sequence, Instant at) -> monitor.onTrackLost(id, sequence, at);
    };
  }

  private static void store(Map<UUID, Presence> stored, Collection<Presence> changed) {
    changed.forEach(presence -> stored.put(presence.trackId(), presence));
  }

  private static Set<ZoneEvent> flat(List<List<ZoneEvent>> events) {
    return events.stream()
        .flatMap(List::stream)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<Zone> zones(Random random) {
    List<Zone> zones = new ArrayList<>();
    Limit ceiling = Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL);
    Applicability window =
        new Applicability(false, START.plusSeconds(100), START.plusSeconds(300), List.of());
    for (int i = 0; i < 12; i++) {
      double lon = random.nextDouble(10, 10.02);
      double lat = random.nextDouble(48, 48.02);
      Shape shape =
          i % 3 == 0
              ? new Circle(lon, lat, random.nextDouble(100, 600))
              : Zones.box(lon, lat, lon + 0.006, lat + 0.004);
      Restriction restriction = i % 5 == 4 ? Restriction.NO_RESTRICTION : Restriction.PROHIBITED;
      List<Applicability> times = i % 4 == 0 ? List.of(window) : List.of();
      zones.add(Zones.of("Z" + i, restriction, times, ceiling, shape));
    }
    return zones;
  }

  /** Interleaved random walks with late fixes, missing heights, and losses with return. */
  private static List<Step> walks(Random random) {
    List<Step> steps = new ArrayList<>();
    List<Walker> walkers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      walkers.add(new Walker(new UUID(7, i), random));
    }
    for (int i = 0; i < 1_500; i++) {
      walkers.get(random.nextInt(walkers.size())).step(steps);
    }
    return steps;
  }

  private static final class Walker {
    private final UUID trackId;
    private final Random random;
    private double lonDeg;
    private double latDeg;
    private long sequence;
    private Instant time = START;
    private @Nullable PreviousFix latest;

    Walker(UUID trackId, Random random) {
      this.trackId = trackId;
      this.random = random;
      this.lonDeg = random.nextDouble(10, 10.02);
      this.latDeg = random.nextDouble(48, 48.02);
    }

    void step(List<Step> steps) {
      if (random.nextInt(60) == 0 && latest != null) {
        time = latest.time().plusSeconds(15);
        steps.add(new Step.Lost(trackId, ++sequence, time));
        return;
      }
      lonDeg = Math.clamp(lonDeg + random.nextGaussian() * 0.001, 9.99, 10.03);
      latDeg = Math.clamp(latDeg + random.nextGaussian() * 0.001, 47.99, 48.03);
      boolean late = random.nextInt(15) == 0;
      time = late ? time.minusSeconds(3) : time.plusMillis(random.nextInt(4_000));
      Position position = new Position(lonDeg, latDeg);
      Heights heights = heights();
      Fix fix = new Fix(trackId, ++sequence, time, position, Double.NaN, heights, latest);
      steps.add(new Step.Seen(fix));
      if (latest == null || !time.isBefore(latest.time())) {
        latest = new PreviousFix(time, position, heights);
      }
    }

    private Heights heights() {
      return random.nextInt(4) == 0
          ? Heights.NONE
          : new Heights(null, null, null, new Height(random.nextDouble(60, 130), 3));
    }
  }
}
