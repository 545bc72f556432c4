package org.airwitness.airspace.index;

import java.util.List;

/**
 * Rings in flat arrays, with an even-odd test that casts its ray through one slab of latitudes.
 *
 * <p>A slab is a strip of 2^k units of latitude; it lists the edges that reach into it. A ring with
 * few edges has no slabs and is walked whole. Every test is exact: each product stays under 6.5e18
 * and fits a long.
 */
final class RingTable {
  /** Rings with at most this many edges have no slabs. */
  private static final int MAX_WALKED = 10;

  private static final int EDGES_PER_SLAB = 6;
  private static final int MAX_SLABS = 4096;

  // Columns of a ring's head, one cache line of it.
  private static final int MIN_LON = 0;
  private static final int MIN_LAT = 1;
  private static final int MAX_LON = 2;
  private static final int MAX_LAT = 3;
  private static final int FIRST = 4;
  private static final int END = 5;
  private static final int SLAB = 6;
  private static final int SHIFT = 7;
  private static final int HEAD = 8;

  private static final int NO_SLABS = -1;

  // How a ray from a point eastward meets edges: an odd number of crossings, the point on one.
  static final int CROSSED = 1;
  static final int ON_EDGE = 2;

  /** Less than the latitudes of both poles can be apart, so that adding it never overflows. */
  private static final int LAT_SPAN = 1_000_000_000;

  private final int[] lonLat;
  private final int[] heads;
  private final int[] slabStarts;
  private final int[] slabEdges;

  RingTable(List<int[]> rings) {
    int length = 0;
    for (int[] ring : rings) {
      length = Math.addExact(length, ring.length);
    }
    lonLat = new int[length];
    heads = new int[rings.size() * HEAD];
    IntList starts = new IntList();
    IntList edges = new IntList();
    int at = 0;
    for (int r = 0; r < rings.size(); r++) {
      int[] ring = rings.get(r);
      System.arraycopy(ring, 0, lonLat, at, ring.length);
      putHead(r, at, at + ring.length - 2);
      addSlabs(r, starts, edges);
      at += ring.length;
    }
    slabStarts = starts.toArray();
    slabEdges = edges.toArray();
  }

  /**
   * First edge of a ring; edge {@code e} begins at {@code lonLat[e]}, the next is {@code e + 2}.
   */
  int firstEdge(int ring) {
    return heads[ring * HEAD + FIRST];
  }

  int endEdge(int ring) {
    return heads[ring * HEAD + END];
  }

  /** True when the ring's box and the cell have a point in common. */
  boolean boxTouches(int ring, Cell cell) {
    int head = ring * HEAD;
    return heads[head + MIN_LON] <= cell.east()
        && heads[head + MAX_LON] >= cell.west()
        && heads[head + MIN_LAT] <= cell.north()
        && heads[head + MAX_LAT] >= cell.south();
  }

  Box box(int ring) {
    int head = ring * HEAD;
    return new Box(
        heads[head + MIN_LON], heads[head + MIN_LAT], heads[head + MAX_LON], heads[head + MAX_LAT]);
  }

  /** The quadrants, a bit each, of a cell that an edge touches; it touches the cell. */
  int quadrants(int edge, Cell cell) {
    Cell northEast = cell.child(3);
    int x1 = lonLat[edge];
    int y1 = lonLat[edge + 1];
    int x2 = lonLat[edge + 2];
    int y2 = lonLat[edge + 3];
    int west = Math.min(x1, x2) < northEast.west() ? 0b0101 : 0;
    int east = Math.max(x1, x2) >= northEast.west() ? 0b1010 : 0;
    int south = Math.min(y1, y2) < northEast.south() ? 0b0011 : 0;
    int north = Math.max(y1, y2) >= northEast.south() ? 0b1100 : 0;
    int near = (west | east) & (south | north);
    if (Integer.bitCount(near) == 1) {
      return near;
    }
    int touched = 0;
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      if ((near >> quadrant & 1) != 0 && edgeTouches(edge, cell.child(quadrant))) {
        touched |= 1 << quadrant;
      }
    }
    return touched;
  }

  /** True when the edge and the cell have a point in common. */
  boolean edgeTouches(int edge, Cell cell) {
    int west = cell.west();
    int south = cell.south();
    int east = cell.east();
    int north = cell.north();
    int x1 = lonLat[edge];
    int y1 = lonLat[edge + 1];
    int x2 = lonLat[edge + 2];
    int y2 = lonLat[edge + 3];
    if (Math.min(x1, x2) > east
        || Math.max(x1, x2) < west
        || Math.min(y1, y2) > north
        || Math.max(y1, y2) < south) {
      return false;
    }
    if (x1 >= west && x1 <= east && y1 >= south && y1 <= north) {
      return true;
    }
    int side = turn(x1, y1, x2, y2, west, south);
    return side == 0
        || side != turn(x1, y1, x2, y2, west, north)
        || side != turn(x1, y1, x2, y2, east, south)
        || side != turn(x1, y1, x2, y2, east, north);
  }

  /** Side of the ring on which the point lies. */
  Side side(int ring, int x, int y) {
    int met = crossings(ring, x, y);
    return (met & ON_EDGE) != 0 ? Side.EDGE : met == CROSSED ? Side.INSIDE : Side.OUTSIDE;
  }

  /** How the ray from the point eastward meets the ring. */
  int crossings(int ring, int x, int y) {
    int head = ring * HEAD;
    if (x < heads[head + MIN_LON]
        || y < heads[head + MIN_LAT]
        || x > heads[head + MAX_LON]
        || y > heads[head + MAX_LAT]) {
      return 0;
    }
    int slab = heads[head + SLAB];
    return slab == NO_SLABS
        ? walk(heads[head + FIRST], heads[head + END], x, y)
        : walkSlab(slab + ((y - heads[head + MIN_LAT]) >>> heads[head + SHIFT]), x, y);
  }

  /**
   * How the ray from a point of a cell eastward meets successive edges of a ring, and changes what
   * it meets of the others east of the cell at the latitudes of both ends.
   *
   * @param end where the last edge ends
   * @param east of the cell, included
   */
  int chain(int first, int end, int x, int y, int east) {
    return walk(first, end, x, y) ^ beyond(first, y, east) ^ beyond(end, y, east);
  }

  private int beyond(int end, int y, int east) {
    return lonLat[end] > east && lonLat[end + 1] <= y ? CROSSED : 0;
  }

  /** What both meet together. */
  static int join(int met, int other) {
    return (met ^ other) & CROSSED | (met | other) & ON_EDGE;
  }

  /**
   * Square of the distance from a place to the ring's nearest edge in the tangent plane at the
   * place.
   *
   * @param lonM metres of one unit of longitude there
   * @param latM metres of one unit of latitude there
   * @param withinM farther edges need not be looked at
   */
  double distanceSquareM2(int ring, int x, int y, double lonM, double latM, double withinM) {
    int reach = (int) Math.min(withinM / latM + 1, LAT_SPAN);
    double nearest = Double.POSITIVE_INFINITY;
    int first = firstSlab(ring, y - reach);
    int end = endSlab(ring, y + reach);
    for (int slab = first; slab < end; slab++) {
      int endEdge = slabEnd(ring, slab);
      for (int i = slabBegin(ring, slab); i < endEdge; i = nextInSlab(ring, i)) {
        nearest = Math.min(nearest, edgeSquareM2(edgeAt(ring, i), x, y, lonM, latM));
      }
    }
    return nearest;
  }

  private double edgeSquareM2(int edge, int x, int y, double lonM, double latM) {
    double u1 = ((double) lonLat[edge] - x) * lonM;
    double v1 = ((double) lonLat[edge + 1] - y) * latM;
    double u = ((double) lonLat[edge + 2] - lonLat[edge]) * lonM;
    double v = ((double) lonLat[edge + 3] - lonLat[edge + 1]) * latM;
    double length2 = u * u + v * v;
    double part = length2 == 0 ? 0 : Math.clamp(-(u1 * u + v1 * v) / length2, 0, 1);
    double du = u1 + part * u;
    double dv = v1 + part * v;
    return du * du + dv * dv;
  }

  /** Adds the fractions of the line at which it meets an edge, some of them twice. */
  void addCrossings(int ring, Line line, Fractions found) {
    int south = Math.min(line.latE7(), line.endLatE7());
    int north = Math.max(line.latE7(), line.endLatE7());
    int end = endSlab(ring, north);
    for (int slab = firstSlab(ring, south); slab < end; slab++) {
      int endEdge = slabEnd(ring, slab);
      for (int i = slabBegin(ring, slab); i < endEdge; i = nextInSlab(ring, i)) {
        addCrossing(edgeAt(ring, i), line, found);
      }
    }
  }

  private void addCrossing(int edge, Line line, Fractions found) {
    double dx = (double) line.endLonE7() - line.lonE7();
    double dy = (double) line.endLatE7() - line.latE7();
    double ex = (double) lonLat[edge + 2] - lonLat[edge];
    double ey = (double) lonLat[edge + 3] - lonLat[edge + 1];
    double cross = dx * ey - dy * ex;
    if (cross == 0) {
      return; // parallel: the neighbouring edges tell where it begins and ends
    }
    double x = (double) lonLat[edge] - line.lonE7();
    double y = (double) lonLat[edge + 1] - line.latE7();
    double onLine = (x * ey - y * ex) / cross;
    double onEdge = (x * dy - y * dx) / cross;
    if (onLine >= 0 && onLine <= 1 && onEdge >= 0 && onEdge <= 1) {
      found.add(onLine);
    }
  }

  // A ring without slabs counts as one slab that holds all its edges.

  private boolean hasSlabs(int ring) {
    return heads[ring * HEAD + SLAB] != NO_SLABS;
  }

  private int firstSlab(int ring, int south) {
    int head = ring * HEAD;
    if (south > heads[head + MAX_LAT]) {
      return Integer.MAX_VALUE;
    }
    return hasSlabs(ring)
        ? heads[head + SLAB] + (Math.max(0, south - heads[head + MIN_LAT]) >>> heads[head + SHIFT])
        : 0;
  }

  private int endSlab(int ring, int north) {
    int head = ring * HEAD;
    if (north < heads[head + MIN_LAT]) {
      return Integer.MIN_VALUE;
    }
    int up = Math.min(north, heads[head + MAX_LAT]) - heads[head + MIN_LAT];
    return hasSlabs(ring) ? heads[head + SLAB] + (up >>> heads[head + SHIFT]) + 1 : 1;
  }

  private int slabBegin(int ring, int slab) {
    return hasSlabs(ring) ? slabStarts[slab] : firstEdge(ring);
  }

  private int slabEnd(int ring, int slab) {
    return hasSlabs(ring) ? slabStarts[slab + 1] : endEdge(ring);
  }

  private int nextInSlab(int ring, int at) {
    return hasSlabs(ring) ? at + 1 : at + 2;
  }

  private int edgeAt(int ring, int at) {
    return hasSlabs(ring) ? slabEdges[at] : at;
  }

  private int walk(int first, int end, int x, int y) {
    int met = 0;
    for (int edge = first; edge < end; edge += 2) {
      met = join(met, meet(edge, x, y));
    }
    return met;
  }

  private int walkSlab(int slab, int x, int y) {
    int met = 0;
    int end = slabStarts[slab + 1];
    for (int i = slabStarts[slab]; i < end; i++) {
      met = join(met, meet(slabEdges[i], x, y));
    }
    return met;
  }

  /** How the ray meets an edge, its lower end included. */
  private int meet(int edge, int x, int y) {
    int y1 = lonLat[edge + 1];
    int y2 = lonLat[edge + 3];
    if (y1 > y == y2 > y) {
      return (y1 == y || y2 == y) && touchesFromBelow(edge, x, y) ? ON_EDGE : 0;
    }
    int x1 = lonLat[edge];
    int x2 = lonLat[edge + 2];
    if (x > x1 && x > x2) {
      return 0;
    }
    if (x < x1 && x < x2) {
      return CROSSED;
    }
    int turn = turn(x1, y1, x2, y2, x, y);
    if (turn == 0) {
      return ON_EDGE;
    }
    return turn > 0 == y2 > y1 ? CROSSED : 0;
  }

  /** For an edge with no end above the point and one or both beside it. */
  private boolean touchesFromBelow(int edge, int x, int y) {
    int x1 = lonLat[edge];
    int x2 = lonLat[edge + 2];
    if (lonLat[edge + 1] != lonLat[edge + 3]) {
      return x == (lonLat[edge + 1] == y ? x1 : x2);
    }
    return x >= Math.min(x1, x2) && x <= Math.max(x1, x2);
  }

  /** 1 when the point lies left of the line from 1 to 2, -1 right of it, 0 on it. */
  private static int turn(int x1, int y1, int x2, int y2, int x, int y) {
    return Long.compare(((long) x2 - x1) * ((long) y - y1), ((long) y2 - y1) * ((long) x - x1));
  }

  private void putHead(int ring, int first, int end) {
    int head = ring * HEAD;
    heads[head + FIRST] = first;
    heads[head + END] = end;
    heads[head + MIN_LON] = heads[head + MIN_LAT] = Integer.MAX_VALUE;
    heads[head + MAX_LON] = heads[head + MAX_LAT] = Integer.MIN_VALUE;
    for (int i = first; i < end; i += 2) {
      heads[head + MIN_LON] = Math.min(heads[head + MIN_LON], lonLat[i]);
      heads[head + MAX_LON] = Math.max(heads[head + MAX_LON], lonLat[i]);
      heads[head + MIN_LAT] = Math.min(heads[head + MIN_LAT], lonLat[i + 1]);
      heads[head + MAX_LAT] = Math.max(heads[head + MAX_LAT], lonLat[i + 1]);
    }
  }

  /** Files every edge under each slab it reaches into, by counting first. */
  private void addSlabs(int ring, IntList starts, IntList edges) {
    int head = ring * HEAD;
    int first = heads[head + FIRST];
    int end = heads[head + END];
    int count = (end - first) / 2;
    if (count <= MAX_WALKED) {
      heads[head + SLAB] = NO_SLABS;
      return;
    }
    int south = heads[head + MIN_LAT];
    int height = heads[head + MAX_LAT] - south;
    int most = Math.min(MAX_SLABS, count / EDGES_PER_SLAB);
    int shift = 0;
    while (height >>> shift >= most) {
      shift++;
    }
    heads[head + SLAB] = starts.size();
    heads[head + SHIFT] = shift;
    int[] fill = new int[(height >>> shift) + 2];
    for (int edge = first; edge < end; edge += 2) {
      int last = (Math.max(lonLat[edge + 1], lonLat[edge + 3]) - south) >>> shift;
      for (int s = (Math.min(lonLat[edge + 1], lonLat[edge + 3]) - south) >>> shift;
          s <= last;
          s++) {
        fill[s + 1]++;
      }
    }
    fill[0] = edges.size();
    for (int s = 1; s < fill.length; s++) {
      fill[s] += fill[s - 1];
    }
    for (int start : fill) {
      starts.add(start);
    }
    edges.grow(fill[fill.length - 1]);
    for (int edge = first; edge < end; edge += 2) {
      int last = (Math.max(lonLat[edge + 1], lonLat[edge + 3]) - south) >>> shift;
      for (int s = (Math.min(lonLat[edge + 1], lonLat[edge + 3]) - south) >>> shift;
          s <= last;
          s++) {
        edges.set(fill[s]++, edge);
      }
    }
  }
}
