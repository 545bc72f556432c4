package org.airwitness.airspace.format;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.airwitness.airspace.Ring;

/**
 * Closed ring in units of 1e-7 degree whose longitudes run on over the antimeridian, so that every
 * edge goes the short way.
 */
final class UnwrappedRing {
  static final long HALF_TURN_E7 = 1_800_000_000L;
  static final long TURN_E7 = 2 * HALF_TURN_E7;

  private static final long POLE_E7 = 900_000_000L;

  /** From here a published step is meant literally: the edge of a planet-sized rectangle. */
  private static final long LITERAL_STEP_E7 = TURN_E7 - 10;

  private static final double E7 = 1e7;
  private static final double EARTH_RADIUS_KM = 6371.0088;

  private final long[] lonE7;
  private final long[] latE7;

  private UnwrappedRing(long[] lonE7, long[] latE7) {
    this.lonE7 = lonE7;
    this.latE7 = latE7;
  }

  /** Ring through published vertices, the last repeating the first. */
  static UnwrappedRing of(long[] publishedLonE7, long[] latE7) {
    long[] lon = publishedLonE7.clone();
    for (int i = 1; i < lon.length; i++) {
      lon[i] = lon[i - 1] + shortWay(publishedLonE7[i] - publishedLonE7[i - 1]);
    }
    return new UnwrappedRing(lon, latE7.clone());
  }

  private static long shortWay(long stepE7) {
    if (Math.abs(stepE7) <= HALF_TURN_E7 || Math.abs(stepE7) >= LITERAL_STEP_E7) {
      return stepE7;
    }
    return stepE7 - Long.signum(stepE7) * TURN_E7;
  }

  int size() {
    return lonE7.length;
  }

  long lonE7(int vertex) {
    return lonE7[vertex];
  }

  long latE7(int vertex) {
    return latE7[vertex];
  }

  long minLonE7() {
    return Arrays.stream(lonE7).min().orElseThrow();
  }

  long maxLonE7() {
    return Arrays.stream(lonE7).max().orElseThrow();
  }

  /** True when the ring goes once round the earth. */
  boolean enclosesPole() {
    return lonE7[size() - 1] != lonE7[0];
  }

  boolean withinOneTurn() {
    return minLonE7() >= -HALF_TURN_E7 && maxLonE7() <= HALF_TURN_E7;
  }

  /** The ring closed over the pole on whose side it lies. */
  UnwrappedRing closedOverPole() {
    long pole = Arrays.stream(latE7).average().orElseThrow() < 0 ? -POLE_E7 : POLE_E7;
    int n = size();
    long[] lon = Arrays.copyOf(lonE7, n + 3);
    long[] lat = Arrays.copyOf(latE7, n + 3);
    lon[n] = lonE7[n - 1];
    lat[n] = pole;
    lon[n + 1] = lonE7[0];
    lat[n + 1] = pole;
    lon[n + 2] = lonE7[0];
    lat[n + 2] = latE7[0];
    return new UnwrappedRing(lon, lat);
  }

  /** The ring moved by whole turns so that it begins in [-180, 180). */
  UnwrappedRing fromFirstTurn() {
    return shifted(-Math.floorDiv(minLonE7() + HALF_TURN_E7, TURN_E7));
  }

  /** The ring moved by whole turns to lie as near to the other one as possible. */
  UnwrappedRing near(UnwrappedRing other) {
    long gap = other.minLonE7() + other.maxLonE7() - minLonE7() - maxLonE7();
    return shifted(Math.round((double) gap / (2 * TURN_E7)));
  }

  private UnwrappedRing shifted(long turns) {
    return new UnwrappedRing(
        Arrays.stream(lonE7).map(lon -> lon + turns * TURN_E7).toArray(), latE7);
  }

  /** Area on a sphere, edges straight in longitude and the sine of latitude. */
  double areaKm2() {
    double sum = 0;
    for (int i = 1; i < size(); i++) {
      double width = Math.toRadians((lonE7[i] - lonE7[i - 1]) / E7);
      sum += width * (sineOfLat(i) + sineOfLat(i - 1)) / 2;
    }
    return Math.abs(sum) * EARTH_RADIUS_KM * EARTH_RADIUS_KM;
  }

  private double sineOfLat(int vertex) {
    return Math.sin(Math.toRadians(latE7[vertex] / E7));
  }

  /** The ring as it is; it must lie within one turn. */
  Ring toRing() {
    int[] lonLat =
        IntStream.range(0, 2 * size())
            .map(i -> Math.toIntExact(i % 2 == 0 ? lonE7[i / 2] : latE7[i / 2]))
            .toArray();
    return Ring.ofE7(lonLat);
  }
}
