package org.airwitness.airspace.index;

import java.util.Arrays;

/**
 * Parts of a straight line by their fractions of its length, 0 to 1, as pairs of begin and end in
 * rising order. Also takes single fractions, to be sorted.
 */
public final class Fractions {
  private double[] values = new double[8];
  private int size;

  /** Number of values: twice that of pairs. */
  public int size() {
    return size;
  }

  /** The value at an index below {@link #size()}; even ones begin a pair. */
  public double get(int index) {
    return values[index];
  }

  /** Forgets all. */
  public void clear() {
    size = 0;
  }

  void add(double value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = value;
  }

  /** Adds a pair; one that begins where the last ends prolongs it. */
  void addPair(double from, double to) {
    if (size > 0 && values[size - 1] >= from) {
      values[size - 1] = Math.max(values[size - 1], to);
    } else {
      add(from);
      add(to);
    }
  }

  void sort() {
    Arrays.sort(values, 0, size);
  }
}
