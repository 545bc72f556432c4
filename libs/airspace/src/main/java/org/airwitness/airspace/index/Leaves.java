package org.airwitness.airspace.index;

/**
 * The leaves of the trees: what meets each cell, entry after entry in one flat array.
 *
 * <p>An entry begins with a shape's number and the kind of the entry; the last of a leaf has its
 * sign set. What else a point of the cell is tested by follows at once, so that the rings' own
 * tables are rarely looked at:
 *
 * <ul>
 *   <li>{@link #FULL}: nothing, the shape covers the cell;
 *   <li>{@link #CIRCLE}: the circle's number;
 *   <li>{@link #CHAINS}: one ring decides, by the edges that touch the cell. They follow in chains
 *       of successive edges, each by its first edge and the end of its last; the first number has
 *       its low bit set for an odd count (see below), the second for the last chain;
 *   <li>{@link #RINGS}: nothing, every ring of the polygon is asked.
 * </ul>
 *
 * <p>A ray from a point eastward crosses some edges of the chains, and others east of the cell. How
 * many others, odd or even, depends on its latitude only, and changes at each end of a chain that
 * lies east of the cell. Kept is what holds below all such ends, turned round for a hole.
 */
final class Leaves {
  static final int FULL = 0;
  static final int CIRCLE = 1;
  static final int CHAINS = 2;
  static final int RINGS = 3;
  static final int KIND_BITS = 2;
  private static final int KIND_MASK = (1 << KIND_BITS) - 1;
  private static final int LAST = Integer.MIN_VALUE;

  /** The low bit of an edge, which is even. */
  private static final int MARK = 1;

  private final ShapeTable shapes;
  private final int[] entries;

  private Leaves(ShapeTable shapes, int[] entries) {
    this.shapes = shapes;
    this.entries = entries;
  }

  static int kind(int entry) {
    return entry & KIND_MASK;
  }

  static int shape(int entry) {
    return (entry & ~LAST) >>> KIND_BITS;
  }

  static int entry(int shape, int kind) {
    return shape << KIND_BITS | kind;
  }

  /** Adds the shapes that hold a point of the leaf's cell, given in both units. */
  void find(
      int leaf, int lonE7, int latE7, int eastE7, double lonDeg, double latDeg, IntList found) {
    int at = leaf;
    int entry;
    do {
      entry = entries[at++];
      int shape = shape(entry);
      boolean holds;
      switch (kind(entry)) {
        case FULL -> holds = true;
        case CIRCLE -> holds = shapes.circles.contains(entries[at++], lonDeg, latDeg);
        case RINGS -> holds = shapes.polygonContains(shape, lonE7, latE7);
        default -> {
          int met = entries[at] & MARK;
          int end;
          do {
            int first = entries[at++] & ~MARK;
            end = entries[at++];
            met = RingTable.join(met, shapes.rings.chain(first, end & ~MARK, lonE7, latE7, eastE7));
          } while ((end & MARK) == 0);
          holds = met != 0;
        }
      }
      if (holds) {
        found.add(shape);
      }
    } while (entry >= 0);
  }

  /** Adds every shape of the leaf. */
  void addShapes(int leaf, IntList found) {
    int at = leaf;
    int entry;
    do {
      entry = entries[at++];
      found.add(shape(entry));
      switch (kind(entry)) {
        case CIRCLE -> at++;
        case CHAINS -> at = endOfChains(at);
        default -> {}
      }
    } while (entry >= 0);
  }

  private int endOfChains(int first) {
    int at = first + 1;
    while ((entries[at] & MARK) == 0) {
      at += 2;
    }
    return at + 1;
  }

  /** Takes leaves one after the other. */
  static final class Builder {
    private final ShapeTable shapes;
    private final IntList entries = new IntList();
    private int last;

    Builder(ShapeTable shapes) {
      this.shapes = shapes;
      entries.add(0); // so that no leaf begins at 0, whose complement is an empty node
    }

    /** Where the next entry goes. */
    int position() {
      return entries.size();
    }

    private void begin(int shape, int kind) {
      last = entries.size();
      entries.add(entry(shape, kind));
    }

    void addFull(int shape) {
      begin(shape, FULL);
    }

    void addCircle(int shape) {
      begin(shape, CIRCLE);
      entries.add(shapes.circle(shape));
    }

    void addRings(int shape) {
      begin(shape, RINGS);
    }

    /**
     * Adds a polygon of which one ring decides in a cell.
     *
     * @param edges where the list of the ring's edges that touch the cell begins and ends
     */
    void addChains(int shape, int ring, IntList list, int from, int to, Cell cell) {
      begin(shape, CHAINS);
      int start = entries.size();
      boolean isHole = ring != shapes.firstRing(shape);
      int odd = (shapes.rings.crossings(ring, cell.west(), cell.south()) & MARK) ^ (isHole ? 1 : 0);
      for (int i = from; i < to; ) {
        int first = list.get(i);
        int end = first;
        while (i < to && list.get(i) == end) {
          end += 2;
          i++;
        }
        odd ^= shapes.rings.chain(first, end, cell.west(), cell.south(), cell.east()) & MARK;
        entries.add(first);
        entries.add(i < to ? end : end | MARK);
      }
      entries.set(start, entries.get(start) | odd);
    }

    /** Ends the leaf with the entry added last. */
    void end() {
      entries.set(last, entries.get(last) | LAST);
    }

    Leaves build() {
      return new Leaves(shapes, entries.toArray());
    }
  }
}
