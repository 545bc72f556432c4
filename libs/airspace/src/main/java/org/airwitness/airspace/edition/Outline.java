package org.airwitness.airspace.edition;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Shape;
import org.jspecify.annotations.Nullable;

/** Shapes so that equal areas are equal, wherever their rings begin and whichever way they run. */
final class Outline {
  private Outline() {}

  private record Area(Ring shell, Set<Ring> holes) {}

  static Object of(Shape shape) {
    return switch (shape) {
      case Circle circle -> circle;
      case Polygon polygon ->
          new Area(
              canonical(polygon.shell()),
              polygon.holes().stream().map(Outline::canonical).collect(Collectors.toSet()));
    };
  }

  /** The ring from its smallest vertex in the direction that compares smaller. */
  private static Ring canonical(Ring ring) {
    long[] vertices = new long[ring.size() - 1];
    for (int i = 0; i < vertices.length; i++) {
      vertices[i] = ((long) ring.lonE7(i) << Integer.SIZE) | (ring.latE7(i) & 0xFFFF_FFFFL);
    }
    long smallest = Arrays.stream(vertices).min().orElseThrow();
    long @Nullable [] best = null;
    for (int start = 0; start < vertices.length; start++) {
      if (vertices[start] == smallest) {
        best = smaller(best, walked(vertices, start, 1));
        best = smaller(best, walked(vertices, start, vertices.length - 1));
      }
    }
    return toRing(best == null ? vertices : best);
  }

  private static long[] smaller(long @Nullable [] one, long[] other) {
    return one == null || Arrays.compare(other, one) < 0 ? other : one;
  }

  private static long[] walked(long[] vertices, int start, int step) {
    long[] walked = new long[vertices.length];
    for (int i = 0; i < walked.length; i++) {
      walked[i] = vertices[(int) ((start + (long) i * step) % vertices.length)];
    }
    return walked;
  }

  private static Ring toRing(long[] vertices) {
    int[] lonLatE7 = new int[2 * vertices.length + 2];
    for (int i = 0; i <= vertices.length; i++) {
      long vertex = vertices[i % vertices.length];
      lonLatE7[2 * i] = (int) (vertex >> Integer.SIZE);
      lonLatE7[2 * i + 1] = (int) vertex;
    }
    return Ring.ofE7(lonLatE7);
  }
}
