package org.airwitness.airspace;

import java.util.Arrays;

/**
 * Closed line of at least three distinct vertices in units of 1e-7 degree (about 1 cm).
 *
 * <p>Integers make boundary tests exact and the same on every machine. Longitude in [-180, 180]
 * degrees, latitude in [-90, 90]; the orientation means nothing.
 */
public final class Ring {
  /** Where a point lies relative to a ring. */
  public enum Side {
    OUTSIDE,
    EDGE,
    INSIDE
  }

  private static final double E7 = 1e7;
  static final int MAX_LON_E7 = 1_800_000_000;
  private static final int MAX_LAT_E7 = 900_000_000;

  private final int[] lonLatE7;

  private Ring(int[] lonLatE7) {
    this.lonLatE7 = lonLatE7;
  }

  /**
   * Ring through alternating longitudes and latitudes; the last vertex repeats the first.
   *
   * @throws IllegalArgumentException when open, shorter than four vertices, or out of range
   */
  public static Ring ofE7(int... lonLatE7) {
    int[] copy = lonLatE7.clone();
    int last = copy.length - 2;
    if (copy.length < 8 || copy.length % 2 != 0) {
      throw new IllegalArgumentException("a ring has at least 4 vertices: " + copy.length / 2);
    }
    if (copy[0] != copy[last] || copy[1] != copy[last + 1]) {
      throw new IllegalArgumentException("a ring ends where it begins");
    }
    for (int i = 0; i < copy.length; i += 2) {
      if (Math.abs(copy[i]) > MAX_LON_E7 || Math.abs(copy[i + 1]) > MAX_LAT_E7) {
        throw new IllegalArgumentException(
            "vertex outside lon -180..180, lat -90..90: " + copy[i] + ", " + copy[i + 1]);
      }
    }
    return new Ring(copy);
  }

  /** Ring through alternating longitudes and latitudes in degrees, rounded to 1e-7. */
  public static Ring ofDegrees(double... lonLatDeg) {
    return ofE7(Arrays.stream(lonLatDeg).mapToInt(Ring::e7).toArray());
  }

  static int e7(double deg) {
    return Math.toIntExact(Math.round(deg * E7));
  }

  /** Longitudes and latitudes by turns; not to be written to. */
  int[] lonLatE7() {
    return lonLatE7;
  }

  /** Number of vertices, the closing one included. */
  public int size() {
    return lonLatE7.length / 2;
  }

  public double lonDeg(int vertex) {
    return lonLatE7[2 * vertex] / E7;
  }

  public double latDeg(int vertex) {
    return lonLatE7[2 * vertex + 1] / E7;
  }

  public int lonE7(int vertex) {
    return lonLatE7[2 * vertex];
  }

  public int latE7(int vertex) {
    return lonLatE7[2 * vertex + 1];
  }

  /**
   * Side of the ring on which the point lies, by the crossing count of half-open edges.
   *
   * <p>Each product below stays under 6.5e18 and fits a long, so comparing them is exact.
   */
  public Side locate(int lonE7, int latE7) {
    boolean inside = false;
    for (int i = 2; i < lonLatE7.length; i += 2) {
      long x1 = lonLatE7[i - 2];
      long y1 = lonLatE7[i - 1];
      long x2 = lonLatE7[i];
      long y2 = lonLatE7[i + 1];
      if (latE7 < Math.min(y1, y2) || latE7 > Math.max(y1, y2)) {
        continue;
      }
      int turn = Long.compare((x2 - x1) * (latE7 - y1), (y2 - y1) * (lonE7 - x1));
      if (turn == 0 && lonE7 >= Math.min(x1, x2) && lonE7 <= Math.max(x1, x2)) {
        return Side.EDGE;
      }
      boolean straddles = (y1 > latE7) != (y2 > latE7);
      if (straddles && (turn > 0) == (y2 > y1)) {
        inside = !inside;
      }
    }
    return inside ? Side.INSIDE : Side.OUTSIDE;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ring ring && Arrays.equals(lonLatE7, ring.lonLatE7);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(lonLatE7);
  }

  @Override
  public String toString() {
    return "Ring[" + size() + " vertices from " + lonDeg(0) + ", " + latDeg(0) + "]";
  }
}
