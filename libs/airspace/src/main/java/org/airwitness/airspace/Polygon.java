package org.airwitness.airspace;

import java.util.List;
import java.util.stream.Stream;

/**
 * Area inside a shell and outside every hole; edges are straight in longitude and latitude.
 *
 * <p>A polygon that crosses the antimeridian is two polygons. Rings may cross themselves: inside is
 * then decided by even-odd, as published. Points on an edge are inside, unless another hole covers
 * them.
 */
public record Polygon(Ring shell, List<Ring> holes) implements Shape {
  public Polygon {
    holes = List.copyOf(holes);
  }

  /** Shell and holes; not to be written to. */
  List<int[]> ringsE7() {
    return Stream.concat(Stream.of(shell), holes.stream()).map(Ring::lonLatE7).toList();
  }

  @Override
  public boolean contains(double lonDeg, double latDeg) {
    return containsE7(Ring.e7(lonDeg), Ring.e7(latDeg));
  }

  boolean containsE7(int lonE7, int latE7) {
    Ring.Side side = shell.locate(lonE7, latE7);
    if (side != Ring.Side.INSIDE) {
      return side == Ring.Side.EDGE;
    }
    for (Ring hole : holes) {
      if (hole.locate(lonE7, latE7) == Ring.Side.INSIDE) {
        return false;
      }
    }
    return true;
  }
}
