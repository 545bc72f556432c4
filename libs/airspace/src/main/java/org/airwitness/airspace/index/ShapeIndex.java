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
  static final int ROOT_BITS = 24;
  static final int LEAF_BITS = 14;

  /** Added to a coordinate to count cells from the south-west corner; wraps, read unsigned. */
  static final int LON_OFFSET = 1_800_000_000;

  static final int LAT_OFFSET = 900_000_000;

  // An entry is a shape's number and one of these; the last entry of a leaf has its sign set.
  static final int FULL = 0;
  static final int POLYGON = 1;
  static final int CIRCLE = 2;
  static final int KIND_BITS = 2;
  static final int KIND_MASK = 3;
  static final int LAST = Integer.MIN_VALUE;

  /** Node without entries; every other leaf is the complement of its first entry's place. */
  static final int EMPTY = -1;

  private final ShapeTable shapes;
  private final RootGrid grid;
  private final int[] nodes;
  private final int[] entries;

  ShapeIndex(ShapeTable shapes, RootGrid grid, int[] nodes, int[] entries) {
    this.shapes = shapes;
    this.grid = grid;
    this.nodes = nodes;
    this.entries = entries;
  }

  /**
   * Appends the numbers of the shapes that hold a point, boundaries included, in rising order.
   *
   * @param lonE7 longitude in -1,800,000,000..1,800,000,000; the two ends are different places here
   * @param latE7 latitude in -900,000,000..900,000,000
   */
  public void find(int lonE7, int latE7, IntList found) {
    int x = lonE7 + LON_OFFSET;
    int y = latE7 + LAT_OFFSET;
    int node = grid.root(x >>> ROOT_BITS, y >>> ROOT_BITS);
    for (int bit = ROOT_BITS - 1; node >= 0; bit--) {
      node = nodes[node + ((y >>> bit & 1) << 1 | x >>> bit & 1)];
    }
    if (node != EMPTY) {
      findInLeaf(~node, lonE7, latE7, found);
    }
  }

  private void findInLeaf(int first, int lonE7, int latE7, IntList found) {
    int entry;
    int at = first;
    do {
      entry = entries[at++];
      int shape = (entry & ~LAST) >>> KIND_BITS;
      if (holds(entry & KIND_MASK, shape, lonE7, latE7)) {
        found.add(shape);
      }
    } while (entry >= 0);
  }

  private boolean holds(int kind, int shape, int lonE7, int latE7) {
    return kind == FULL
        || (kind == POLYGON
            ? shapes.polygonContains(shape, lonE7, latE7)
            : shapes.circleContains(shape, lonE7, latE7));
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
