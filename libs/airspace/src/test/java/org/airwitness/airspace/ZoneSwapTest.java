package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.airwitness.airspace.height.Environment;
import org.junit.jupiter.api.Test;

/** Zones that are changed a thousand times while others ask for them. */
class ZoneSwapTest {
  private static final int ZONES = 300;
  private static final int SWAPS = 1_000;
  private static final int READERS = 4;
  private static final int WIDTH_E7 = 100_000;

  /** The zones in force after so many changes; each change moves one of them or takes it away. */
  private record Edition(int number, ZoneIndex index) {
    Edition next() {
      int zone = number % ZONES;
      return new Edition(
          number + 1,
          isThere(zone, number + 1)
              ? index.with(List.of(zone(zone, number + 1)), Set.of())
              : index.with(List.of(), Set.of(id(zone))));
    }

    /** Names of the zones over a place, worked out without an index. */
    Set<String> over(int lonE7) {
      Set<String> names = new HashSet<>();
      for (int zone = 0; zone < ZONES; zone++) {
        int east = lonE7 - westE7(zone, number);
        if (isThere(zone, number) && east >= 0 && east <= WIDTH_E7) {
          names.add(name(zone, number));
        }
      }
      return names;
    }
  }

  /** How often a zone has been changed after so many changes of any. */
  private static int changes(int zone, int number) {
    return (number + ZONES - 1 - zone) / ZONES;
  }

  private static boolean isThere(int zone, int number) {
    return (changes(zone, number) + zone) % 3 != 0;
  }

  private static int westE7(int zone, int number) {
    return zone * WIDTH_E7 / 10 + changes(zone, number) * WIDTH_E7 / 2;
  }

  private static String name(int zone, int number) {
    return zone + " after " + changes(zone, number);
  }

  private static UUID id(int zone) {
    return new UUID(7, zone);
  }

  private static Zone zone(int zone, int number) {
    double west = westE7(zone, number) / 1e7;
    double east = west + WIDTH_E7 / 1e7;
    return Zones.of(name(zone, number), Zones.box(west, 50, east, 50.01)).withId(id(zone));
  }

  @Test
  void answersByOneEditionWhileAnotherTakesItsPlace() throws Exception {
    List<Zone> first = new ArrayList<>();
    for (int zone = 0; zone < ZONES; zone++) {
      if (isThere(zone, 0)) {
        first.add(zone(zone, 0));
      }
    }
    AtomicReference<Edition> inForce =
        new AtomicReference<>(new Edition(0, ZoneIndex.of(first, Flight.START)));
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger asked = new AtomicInteger();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<Set<Integer>>> reading = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        Random random = new Random(i);
        reading.add(readers.submit(() -> ask(inForce, random, done, asked)));
      }
      try {
        for (int i = 0; i < SWAPS; i++) {
          int before = asked.get();
          inForce.set(inForce.get().next());
          while (asked.get() == before && reading.stream().noneMatch(Future::isDone)) {
            Thread.yield();
          }
        }
      } finally {
        done.set(true);
      }
      Set<Integer> seen = new HashSet<>();
      for (Future<Set<Integer>> editions : reading) {
        seen.addAll(editions.get());
      }
      assertThat(inForce.get().number()).isEqualTo(SWAPS);
      assertThat(seen).hasSizeGreaterThan(SWAPS / 2);
    }
  }

  /** Asks until the end; tells which editions answered. */
  private static Set<Integer> ask(
      AtomicReference<Edition> inForce, Random random, AtomicBoolean done, AtomicInteger asked) {
    Verdicts verdicts = new Verdicts(Environment.NONE);
    Set<Integer> seen = new HashSet<>();
    while (!done.get()) {
      int lonE7 = random.nextInt(32 * WIDTH_E7);
      Edition edition = inForce.get();
      Position place = new Position(lonE7 / 1e7, 50.005);
      edition.index().check(place, Heights.NONE, Flight.START, verdicts);
      Set<String> names = new HashSet<>();
      for (int i = 0; i < verdicts.size(); i++) {
        names.add(verdicts.zone(i).name());
      }
      if (!names.equals(edition.over(lonE7))) {
        assertThat(names)
            .as("edition %d at %s", edition.number(), place)
            .isEqualTo(edition.over(lonE7));
      }
      seen.add(edition.number());
      asked.incrementAndGet();
    }
    return seen;
  }

  /** An emergency zone among 10,000 others, around one of 500 drones. */
  @Test
  void tellsWithinASecondWhoIsInAZoneThatIsDrawnAmongManyOthers() {
    List<Zone> many = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      double west = -9 + (i % 100) * 0.35;
      double south = 37 + (i / 100) * 0.3;
      many.add(Zones.of("Z" + i, Zones.box(west, south, west + 0.2, south + 0.2)));
    }
    ZoneIndex index = ZoneIndex.of(many, Flight.START);
    ZoneMonitor monitor =
        new ZoneMonitor("agency", index, Environment.NONE, MonitorSettings.DEFAULT);
    for (int track = 0; track < 500; track++) {
      Position place = new Position(-9 + track * 0.07, 37.05 + (track % 100) * 0.3);
      monitor.onFix(
          new Fix(new UUID(1, track), 1, Flight.START, place, Double.NaN, Heights.NONE, null));
    }
    Zone emergency = Zones.of("Emergency", new Circle(-9 + 250 * 0.07, 37.05 + 50 * 0.3, 300));

    long begin = System.nanoTime();
    ZoneIndex changed = index.with(List.of(emergency), Set.of());
    Outcome outcome = monitor.onZonesChanged(changed, Flight.START.plusSeconds(1));
    long tookMs = (System.nanoTime() - begin) / 1_000_000;

    assertThat(outcome.events())
        .singleElement()
        .satisfies(enter -> {
          assertThat(enter.type()).isEqualTo(ZoneEvent.Type.ENTER);
          assertThat(enter.trackId()).isEqualTo(new UUID(1, 250));
          assertThat(enter.zoneId()).isEqualTo(emergency.id());
        });
    System.out.printf("one zone among 10,000 and 500 drones: %d ms%n", tookMs);
    assertThat(tookMs).isLessThan(1_000);
  }
}
