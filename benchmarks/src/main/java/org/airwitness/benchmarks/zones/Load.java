package org.airwitness.benchmarks.zones;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.geodesy.Wgs84;

/**
 * Fixes to check, in the order in which they arrive; fix {@code i} is of track {@code i % TRACKS}.
 */
final class Load {
  static final int TRACKS = 500;
  static final int FIXES = 200_000;

  /** A time at which the schedules of the published zones are in force or not, as on any day. */
  static final Instant TIME = Instant.parse("2026-08-24T12:00:00Z");

  private static final double STEP_M = 15;
  private static final double MAX_TURN = 0.2;
  private static final double NEAR_M = 2_000;

  private Load() {}

  /** The places of the named load: {@code tracks} or {@code random}. */
  static Position[] positions(String name, List<Zone> zones) {
    return switch (name) {
      case "tracks" -> tracks(zones);
      case "random" -> random(zones);
      default -> throw new IllegalArgumentException("load is tracks or random: " + name);
    };
  }

  /** What a drone reports of its height, a few ways. */
  static Heights[] heights() {
    Heights[] heights = new Heights[64];
    Random random = new Random(120);
    Arrays.setAll(
        heights,
        i -> {
          double aboveGroundM = random.nextDouble(10, 180);
          return new Heights(
              new Height(aboveGroundM + 150, 10),
              null,
              null,
              i % 4 == 0 ? null : new Height(aboveGroundM, 3));
        });
    return heights;
  }

  /** Drones that start near zones, go 15 m a step and turn a little, one after the other. */
  private static Position[] tracks(List<Zone> zones) {
    Random random = new Random(500);
    List<Position> at = new ArrayList<>();
    double[] heading = new double[TRACKS];
    for (int i = 0; i < TRACKS; i++) {
      at.add(near(Copies.middle(zones.get(random.nextInt(zones.size()))), NEAR_M, random));
      heading[i] = random.nextDouble(2 * Math.PI);
    }
    Position[] positions = new Position[FIXES];
    for (int i = 0; i < FIXES; i++) {
      int track = i % TRACKS;
      heading[track] += random.nextDouble(-MAX_TURN, MAX_TURN);
      double eastM = STEP_M * Math.sin(heading[track]);
      double northM = STEP_M * Math.cos(heading[track]);
      positions[i] = moved(at.get(track), eastM, northM);
      at.set(track, positions[i]);
    }
    return positions;
  }

  /** Half anywhere over a continent, half around a zone. */
  private static Position[] random(List<Zone> zones) {
    Random random = new Random(200);
    Position[] positions = new Position[FIXES];
    Arrays.setAll(
        positions,
        i -> {
          Zone zone = zones.get(random.nextInt(zones.size()));
          return i % 2 == 0
              ? new Position(random.nextDouble(-9, 29), random.nextDouble(37, 68))
              : near(Copies.middle(zone), Math.max(50, Copies.extentM(zone)), random);
        });
    return positions;
  }

  private static Position near(Position place, double rangeM, Random random) {
    return moved(place, random.nextDouble(-rangeM, rangeM), random.nextDouble(-rangeM, rangeM));
  }

  private static Position moved(Position place, double eastM, double northM) {
    return new Position(
        place.lonDeg() + eastM / Wgs84.metresPerLonDeg(place.latDeg()),
        place.latDeg() + northM / Wgs84.metresPerLatDeg(place.latDeg()));
  }
}
