package org.airwitness.airspace.index;

import java.util.Arrays;

/** Growing list of ints without boxes; as a stack, what lies above a size can be dropped. */
public final class IntList {
  private int[] values = new int[16];
  private int size;

  /** Appends a value. */
  public void add(int value) {
    grow(size + 1);
    values[size - 1] = value;
  }

  /** The value at an index below {@link #size()}. */
  public int get(int index) {
    return values[index];
  }

  /** Number of values. */
  public int size() {
    return size;
  }

  /** Forgets all values, keeps the room. */
  void clear() {
    size = 0;
  }

  /** Sorts the values and keeps one of each. */
  void sortDistinct() {
    Arrays.sort(values, 0, size);
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (kept == 0 || values[kept - 1] != values[i]) {
        values[kept++] = values[i];
      }
    }
    size = kept;
  }

  /** Makes the list this long; what is new holds 0 or forgotten values. */
  void grow(int newSize) {
    if (newSize > values.length) {
      values = Arrays.copyOf(values, Math.max(newSize, Math.addExact(size, size)));
    }
    size = newSize;
  }

  void set(int index, int value) {
    values[index] = value;
  }

  void truncate(int newSize) {
    size = newSize;
  }

  int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}
