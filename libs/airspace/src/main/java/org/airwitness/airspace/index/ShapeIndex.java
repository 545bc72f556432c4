package org.airwitness.airspace.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Immutable index of numbered shapes by place; safe for many threads.
 *
 * <p>A grid of cells of 2^24 units of 1e-7 degree (1.68 degrees), each the root of a quadtree of at
 * most ten levels (cells of about 180 m). A leaf lists the shapes that meet its cell: those that
 * cover it whole, where nothing is left to test, and those whose boundary runs through it. Cells
 * are powers of two, so that descending takes two bits of the coordinates and rounds nothing.
 */
public final class ShapeIndex {
  private static final double E7 = 1e7;

  static final int ROOT_BITS = 24;
  static final int LEAF_BITS = 14;

  /** Added to a coordinate to count cells from the south-west corner; wraps, read unsigned. */
  static final int LON_OFFSET = 1_800_000_000;

  static final int LAT_OFFSET = 900_000_000;

  /** Node without entries; any other leaf is the complement of its place in {@link Leaves}. */
  static final int EMPTY = -1;

  private final ShapeTable shapes;
  private final RootGrid grid;
  private final int[] nodes;
  private final Leaves leaves;

  ShapeIndex(ShapeTable shapes, RootGrid grid, int[] nodes, Leaves leaves) {
    this.shapes = shapes;
    this.grid = grid;
    this.nodes = nodes;
    this.leaves = leaves;
  }

  /**
   * Finds the numbers, in rising order, of the shapes that hold a point, boundaries included. For
   * polygons the point is rounded to 1e-7 degree.
   *
   * @param lonDeg longitude in [-180, 180]; both ends are the same place
   * @param latDeg latitude in [-90, 90]
   */
  public void find(double lonDeg, double latDeg, IntList found) {
    int lonE7 = e7(lonDeg);
    int latE7 = e7(latDeg);
    found.clear();
    find(lonE7, latE7, lonDeg, latDeg, found);
    if (Math.abs(lonE7) == LON_OFFSET) {
      find(-lonE7, latE7, lonDeg, latDeg, found);
      found.sortDistinct();
    }
  }

  private void find(int lonE7, int latE7, double lonDeg, double latDeg, IntList found) {
    int x = lonE7 + LON_OFFSET;
    int y = latE7 + LAT_OFFSET;
    int node = grid.root(x >>> ROOT_BITS, y >>> ROOT_BITS);
    int bits = ROOT_BITS;
    while (node >= 0) {
      bits--;
      node = nodes[node + ((y >>> bits & 1) << 1 | x >>> bits & 1)];
    }
    if (node != EMPTY) {
      int east = (x | (1 << bits) - 1) - LON_OFFSET;
      leaves.find(~node, lonE7, latE7, east, lonDeg, latDeg, found);
    }
  }

  private static int e7(double deg) {
    return (int) Math.round(deg * E7);
  }

  /**
   * Finds the numbers, in rising order, of the shapes that may have a point in common with a box:
   * all that have, and some that come within the size of a small cell.
   *
   * @param west from -2,000,000,000; what lies beyond the antimeridian is looked for on its other
   *     side
   * @param east to 2,000,000,000
   */
  public void findNear(int west, int south, int east, int north, IntList found) {
    found.clear();
    addNear(Math.max(west, -LON_OFFSET), south, Math.min(east, LON_OFFSET), north, found);
    if (west < -LON_OFFSET) {
      addNear(Line.east(west), south, LON_OFFSET, north, found);
    }
    if (east > LON_OFFSET) {
      addNear(-LON_OFFSET, south, Line.west(east), north, found);
    }
    found.sortDistinct();
  }

  private void addNear(int west, int south, int east, int north, IntList found) {
    int lowest = Math.max(south, -LAT_OFFSET) + LAT_OFFSET;
    int highest = Math.min(north, LAT_OFFSET) + LAT_OFFSET;
    int left = west + LON_OFFSET;
    int right = east + LON_OFFSET;
    for (int row = lowest >>> ROOT_BITS; row <= highest >>> ROOT_BITS; row++) {
      for (int column = left >>> ROOT_BITS; column <= right >>> ROOT_BITS; column++) {
        addNear(
            grid.root(column, row),
            new Window(left, lowest, right, highest),
            column << ROOT_BITS,
            row << ROOT_BITS,
            ROOT_BITS,
            found);
      }
    }
  }

  /** A box counted from the south-west corner of the world; longitudes unsigned. */
  private record Window(int left, int lowest, int right, int highest) {
    boolean touches(int x, int y, int bits) {
      int last = (1 << bits) - 1;
      return Integer.compareUnsigned(x, right) <= 0
          && Integer.compareUnsigned(x + last, left) >= 0
          && y <= highest
          && y + last >= lowest;
    }
  }

  private void addNear(int node, Window window, int x, int y, int bits, IntList found) {
    if (node == EMPTY || !window.touches(x, y, bits)) {
      return;
    }
    if (node >= 0) {
      int half = 1 << (bits - 1);
      for (int quadrant = 0; quadrant < 4; quadrant++) {
        addNear(
            nodes[node + quadrant],
            window,
            x + (quadrant & 1) * half,
            y + (quadrant >> 1) * half,
            bits - 1,
            found);
      }
      return;
    }
    leaves.addShapes(~node, found);
  }

  /**
   * Distance from a place to the boundary of a shape in metres, negative inside; infinite, with
   * that sign, when it is farther than asked for.
   *
   * @param withinM up to 5 km; good to 6 cm at 1 km
   */
  public double signedDistanceM(int shape, double lonDeg, double latDeg, double withinM) {
    return shapes.isCircle(shape)
        ? shapes.circles.signedDistanceM(shapes.circle(shape), lonDeg, latDeg)
        : shapes.polygonDistanceM(shape, e7(lonDeg), e7(latDeg), withinM);
  }

  /** Finds the parts of a line that lie in a shape; the crossings are for its own use. */
  public void findPassages(int shape, Line line, Fractions crossings, Fractions found) {
    shapes.findPassages(shape, line, crossings, found);
  }

  /** Takes shapes, numbered from 0 as they are added. */
  public static final class Builder {
    private final List<int[]> rings = new ArrayList<>();
    private final List<CircleTable.Circle> circles = new ArrayList<>();
    private final IntList shapes = new IntList();

    /**
     * Adds a polygon: inside the first ring and not inside any other; on an edge is inside, unless
     * another hole covers it.
     *
     * @param shellAndHoles closed rings of longitudes and latitudes by turns, 1e-7 degree
     */
    public void addPolygon(List<int[]> shellAndHoles) {
      shapes.add(rings.size());
      rings.addAll(shellAndHoles);
      shapes.add(rings.size());
    }

    /** Adds a circle: every point at most so far from the centre. */
    public void addCircle(double lonDeg, double latDeg, double radiusM) {
      shapes.add(circles.size());
      shapes.add(ShapeTable.CIRCLE);
      circles.add(new CircleTable.Circle(lonDeg, latDeg, radiusM));
    }

    /** Index of what was added. */
    public ShapeIndex build() {
      ShapeTable table =
          new ShapeTable(shapes.toArray(), new RingTable(rings), new CircleTable(circles));
      return new TreeBuilder(table).build();
    }
  }
}
