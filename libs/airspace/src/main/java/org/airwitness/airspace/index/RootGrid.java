package org.airwitness.airspace.index;

import java.util.Arrays;

/** The roots of the trees: one node for each cell of a window of the world's grid. */
final class RootGrid {
  private final int west;
  private final int south;
  private final int columns;
  private final int[] roots;

  /** Window from one cell to another, both included, all empty. */
  RootGrid(int west, int south, int east, int north) {
    this.west = west;
    this.south = south;
    this.columns = east - west + 1;
    this.roots = new int[columns * (north - south + 1)];
    Arrays.fill(roots, ShapeIndex.EMPTY);
  }

  static int column(int lonE7) {
    return (lonE7 + ShapeIndex.LON_OFFSET) >>> ShapeIndex.ROOT_BITS;
  }

  static int row(int latE7) {
    return (latE7 + ShapeIndex.LAT_OFFSET) >>> ShapeIndex.ROOT_BITS;
  }

  int cells() {
    return roots.length;
  }

  /** The root of a cell, empty outside the window. */
  int root(int column, int row) {
    int x = column - west;
    int y = row - south;
    int cell = cell(column, row);
    return x >= 0 && x < columns && y >= 0 && cell < roots.length ? roots[cell] : ShapeIndex.EMPTY;
  }

  /** Number of a cell of the window. */
  int cell(int column, int row) {
    return (row - south) * columns + column - west;
  }

  int columnOf(int cell) {
    return west + cell % columns;
  }

  int rowOf(int cell) {
    return south + cell / columns;
  }

  void set(int cell, int root) {
    roots[cell] = root;
  }
}
