package org.airwitness.airspace.index;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds the quadtrees, cell by cell.
 *
 * <p>What meets a cell lies on a stack as items: entry, and for polygons the number of edges that
 * touch the cell and those edges. A child takes from its parent's items what touches it. A polygon
 * of which no edge touches a cell holds all of it or nothing.
 */
final class TreeBuilder {
  private static final int MAX_EDGES = 16;
  private static final int MAX_CROSSING = 2;
  private static final int NONE = -1;

  private final ShapeTable shapes;
  private final IntList items = new IntList();

  /** Beside each item that is an edge, the quadrants of the parent's cell that it touches. */
  private final IntList touched = new IntList();

  private final IntList nodes = new IntList();
  private final Leaves.Builder leaves;

  TreeBuilder(ShapeTable shapes) {
    this.shapes = shapes;
    leaves = new Leaves.Builder(shapes);
  }

  ShapeIndex build() {
    List<List<Box>> boxes = new ArrayList<>(shapes.size());
    for (int shape = 0; shape < shapes.size(); shape++) {
      boxes.add(shapes.boxes(shape));
    }
    RootGrid grid = window(boxes);
    IntList[] byCell = shapesByCell(grid, boxes);
    for (int c = 0; c < byCell.length; c++) {
      if (byCell[c] != null) {
        grid.set(c, root(grid.columnOf(c), grid.rowOf(c), byCell[c]));
      }
    }
    return new ShapeIndex(shapes, grid, nodes.toArray(), leaves.build());
  }

  private static RootGrid window(List<List<Box>> boxes) {
    int west = Integer.MAX_VALUE;
    int south = Integer.MAX_VALUE;
    int east = Integer.MIN_VALUE;
    int north = Integer.MIN_VALUE;
    for (List<Box> ofShape : boxes) {
      for (Box box : ofShape) {
        west = Math.min(west, RootGrid.column(box.west()));
        south = Math.min(south, RootGrid.row(box.south()));
        east = Math.max(east, RootGrid.column(box.east()));
        north = Math.max(north, RootGrid.row(box.north()));
      }
    }
    return boxes.isEmpty() ? new RootGrid(0, 0, 0, 0) : new RootGrid(west, south, east, north);
  }

  private static IntList[] shapesByCell(RootGrid grid, List<List<Box>> boxes) {
    IntList[] byCell = new IntList[grid.cells()];
    for (int shape = 0; shape < boxes.size(); shape++) {
      for (Box box : boxes.get(shape)) {
        int east = RootGrid.column(box.east());
        int north = RootGrid.row(box.north());
        for (int row = RootGrid.row(box.south()); row <= north; row++) {
          for (int column = RootGrid.column(box.west()); column <= east; column++) {
            addOnce(byCell, grid.cell(column, row), shape);
          }
        }
      }
    }
    return byCell;
  }

  private static void addOnce(IntList[] byCell, int cell, int shape) {
    if (byCell[cell] == null) {
      byCell[cell] = new IntList();
    }
    IntList list = byCell[cell];
    if (list.size() == 0 || list.get(list.size() - 1) != shape) {
      list.add(shape);
    }
  }

  private int root(int column, int row, IntList present) {
    Cell cell =
        new Cell(
            (column << ShapeIndex.ROOT_BITS) - ShapeIndex.LON_OFFSET,
            (row << ShapeIndex.ROOT_BITS) - ShapeIndex.LAT_OFFSET,
            ShapeIndex.ROOT_BITS);
    items.clear();
    for (int i = 0; i < present.size(); i++) {
      int shape = present.get(i);
      if (shapes.isCircle(shape)) {
        addCircle(shape, cell);
      } else {
        addPolygon(shape, cell);
      }
    }
    return node(cell, 0);
  }

  /** Node of a cell whose items begin at {@code from} and end with the stack. */
  private int node(Cell cell, int from) {
    int to = items.size();
    if (from == to) {
      return ShapeIndex.EMPTY;
    }
    if (cell.bits() == ShapeIndex.LEAF_BITS || !isCrowded(from, to)) {
      return leaf(cell, from, to);
    }
    int children = nodes.size();
    nodes.grow(children + 4);
    noteTouched(cell, from, to);
    for (int quadrant = 0; quadrant < 4; quadrant++) {
      Cell child = cell.child(quadrant);
      addTouching(child, 1 << quadrant, from, to);
      nodes.set(children + quadrant, node(child, to));
      items.truncate(to);
    }
    return children;
  }

  private boolean isCrowded(int from, int to) {
    int crossing = 0;
    int edges = 0;
    for (int at = from; at < to; at = next(at)) {
      int kind = Leaves.kind(items.get(at));
      if (kind != Leaves.FULL) {
        crossing++;
        edges += kind == Leaves.RINGS ? items.get(at + 1) : 0;
      }
    }
    return crossing > MAX_CROSSING || edges > MAX_EDGES;
  }

  private int leaf(Cell cell, int from, int to) {
    int first = leaves.position();
    for (int at = from; at < to; at = next(at)) {
      int shape = Leaves.shape(items.get(at));
      switch (Leaves.kind(items.get(at))) {
        case Leaves.FULL -> leaves.addFull(shape);
        case Leaves.CIRCLE -> leaves.addCircle(shape);
        default -> {
          int ring = decidingRing(shape, items.get(at + 2), items.get(next(at) - 1), cell);
          if (ring == NONE) {
            leaves.addRings(shape);
          } else {
            leaves.addChains(shape, ring, items, at + 2, next(at), cell);
          }
        }
      }
    }
    leaves.end();
    return ~first;
  }

  /**
   * The ring on which alone it depends whether the polygon holds a point of the cell: the only one
   * with edges there, if the others neither let through nor keep out the whole cell.
   */
  private int decidingRing(int shape, int firstEdge, int lastEdge, Cell cell) {
    RingTable rings = shapes.rings;
    int shell = shapes.firstRing(shape);
    int deciding = shell;
    while (firstEdge >= rings.endEdge(deciding)) {
      deciding++;
    }
    if (lastEdge >= rings.endEdge(deciding)) {
      return NONE;
    }
    for (int ring = shell; ring < shapes.endRing(shape); ring++) {
      if (ring != deciding) {
        boolean holdsCell = rings.side(ring, cell.west(), cell.south()) == Side.INSIDE;
        if (holdsCell != (ring == shell)) {
          return NONE;
        }
      }
    }
    return deciding;
  }

  private void noteTouched(Cell cell, int from, int to) {
    touched.grow(to);
    for (int at = from; at < to; at = next(at)) {
      if (Leaves.kind(items.get(at)) == Leaves.RINGS) {
        int end = next(at);
        for (int i = at + 2; i < end; i++) {
          touched.set(i, shapes.rings.quadrants(items.get(i), cell));
        }
      }
    }
  }

  private void addTouching(Cell child, int quadrant, int from, int to) {
    for (int at = from; at < to; at = next(at)) {
      int entry = items.get(at);
      int shape = Leaves.shape(entry);
      switch (Leaves.kind(entry)) {
        case Leaves.FULL -> items.add(entry);
        case Leaves.CIRCLE -> addCircle(shape, child);
        default -> {
          int start = startPolygon(shape);
          int end = next(at);
          for (int i = at + 2; i < end; i++) {
            if ((touched.get(i) & quadrant) != 0) {
              items.add(items.get(i));
            }
          }
          endPolygon(start, shape, child);
        }
      }
    }
  }

  private int next(int at) {
    boolean polygon = Leaves.kind(items.get(at)) == Leaves.RINGS;
    return polygon ? at + 2 + items.get(at + 1) : at + 1;
  }

  private void addCircle(int shape, Cell cell) {
    var relation =
        shapes.circles.relation(
            shapes.circle(shape), cell.west(), cell.south(), cell.east(), cell.north());
    switch (relation) {
      case APART -> {}
      case CROSSED -> items.add(Leaves.entry(shape, Leaves.CIRCLE));
      case WITHIN -> items.add(Leaves.entry(shape, Leaves.FULL));
    }
  }

  private void addPolygon(int shape, Cell cell) {
    RingTable rings = shapes.rings;
    int start = startPolygon(shape);
    for (int ring = shapes.firstRing(shape); ring < shapes.endRing(shape); ring++) {
      if (rings.boxTouches(ring, cell)) {
        for (int edge = rings.firstEdge(ring); edge < rings.endEdge(ring); edge += 2) {
          if (rings.edgeTouches(edge, cell)) {
            items.add(edge);
          }
        }
      }
    }
    endPolygon(start, shape, cell);
  }

  private int startPolygon(int shape) {
    items.add(Leaves.entry(shape, Leaves.RINGS));
    items.add(0);
    return items.size();
  }

  private void endPolygon(int start, int shape, Cell cell) {
    int edges = items.size() - start;
    if (edges > 0) {
      items.set(start - 1, edges);
      return;
    }
    items.truncate(start - 2);
    if (shapes.polygonContains(shape, cell.west(), cell.south())) {
      items.add(Leaves.entry(shape, Leaves.FULL));
    }
  }
}
