package org.airwitness.airspace.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeIndexTest {
  private static final double E7 = 1e7;

  /**
   * A quarter of the smallest cell: vertices and points fall on the edges of cells again and again.
   */
  private static final int STEP = 1 << (ShapeIndex.LEAF_BITS - 2);

  private static final int STEPS = 64;

  /** Where a cell of the grid of roots begins. */
  private static final int WEST = (110 << ShapeIndex.ROOT_BITS) - ShapeIndex.LON_OFFSET;

  private static final int SOUTH = (80 << ShapeIndex.ROOT_BITS) - ShapeIndex.LAT_OFFSET;

  /**
   * Rings that cross themselves and each other, run along the edges of cells and through their
   * corners, and stop between them: the index, which looks at the edges of one cell, finds what one
   * finds who looks at all.
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void findsWhatEveryEdgeTogetherTells(long seed) {
    Random random = new Random(seed);
    List<List<int[]>> polygons = new ArrayList<>();
    ShapeIndex.Builder builder = new ShapeIndex.Builder();
    for (int i = 0; i < 60; i++) {
      List<int[]> rings = new ArrayList<>();
      for (int ring = random.nextInt(3); ring >= 0; ring--) {
        rings.add(ring(random, 3 + random.nextInt(14), i % 2 == 0));
      }
      polygons.add(rings);
      builder.addPolygon(rings);
    }
    ShapeIndex index = builder.build();
    IntList found = new IntList();
    for (int i = 0; i < 20_000; i++) {
      int x = coordinate(WEST, random) + random.nextInt(-1, 2);
      int y = coordinate(SOUTH, random) + random.nextInt(-1, 2);
      List<Integer> expected = new ArrayList<>();
      for (int shape = 0; shape < polygons.size(); shape++) {
        if (holds(polygons.get(shape), x, y)) {
          expected.add(shape);
        }
      }

      index.find(x / E7, y / E7, found);

      List<Integer> actual = new ArrayList<>();
      for (int at = 0; at < found.size(); at++) {
        actual.add(found.get(at));
      }
      assertThat(actual).as("at %s, %s", x, y).isEqualTo(expected);
    }
  }

  /** Around the corner of four cells of the grid of roots. */
  private static int coordinate(int middle, Random random) {
    return middle + STEP * random.nextInt(-STEPS, STEPS);
  }

  private static int[] ring(Random random, int vertices, boolean wide) {
    int[] ring = new int[2 * vertices + 2];
    int x = coordinate(WEST, random);
    int y = coordinate(SOUTH, random);
    for (int i = 0; i < vertices; i++) {
      ring[2 * i] = x;
      ring[2 * i + 1] = y;
      switch (random.nextInt(3)) {
        case 0 -> x = wide ? coordinate(WEST, random) : x + STEP * random.nextInt(-5, 6);
        case 1 -> y = wide ? coordinate(SOUTH, random) : y + STEP * random.nextInt(-5, 6);
        default -> {
          x += random.nextInt(-9 * STEP, 9 * STEP);
          y += random.nextInt(-9 * STEP, 9 * STEP);
        }
      }
    }
    ring[2 * vertices] = ring[0];
    ring[2 * vertices + 1] = ring[1];
    return ring;
  }

  private static boolean holds(List<int[]> rings, int x, int y) {
    for (int i = 1; i < rings.size(); i++) {
      if (isOdd(rings.get(i), x, y)
          && !isOn(rings.get(i), x, y)
          && isOdd(rings.getFirst(), x, y)
          && !isOn(rings.getFirst(), x, y)) {
        return false;
      }
    }
    return isOn(rings.getFirst(), x, y) || isOdd(rings.getFirst(), x, y);
  }

  /** Crossings of a ray northward, where the index casts its rays eastward. */
  private static boolean isOdd(int[] ring, int x, int y) {
    boolean odd = false;
    for (int e = 0; e + 3 < ring.length; e += 2) {
      long x1 = ring[e];
      long x2 = ring[e + 2];
      if (x1 > x != x2 > x) {
        long above =
            (ring[e + 1] - (long) y) * (x2 - x1) + (ring[e + 3] - (long) ring[e + 1]) * (x - x1);
        odd ^= x2 > x1 ? above > 0 : above < 0;
      }
    }
    return odd;
  }

  private static boolean isOn(int[] ring, int x, int y) {
    for (int e = 0; e + 3 < ring.length; e += 2) {
      long dx1 = (long) ring[e] - x;
      long dy1 = (long) ring[e + 1] - y;
      long dx2 = (long) ring[e + 2] - x;
      long dy2 = (long) ring[e + 3] - y;
      if (dx1 * dy2 == dy1 * dx2 && dx1 * dx2 <= 0 && dy1 * dy2 <= 0) {
        return true;
      }
    }
    return false;
  }
}
