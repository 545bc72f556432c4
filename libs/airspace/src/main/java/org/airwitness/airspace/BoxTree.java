package org.airwitness.airspace;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Immutable packed R-tree over boxes, built by sort-tile-recursive packing (Leutenegger, Lopez and
 * Edgington, 1997).
 *
 * <p>All boxes lie in one flat array, the leaves first and the root last; node {@code n} of a level
 * covers the {@value #FAN_OUT} boxes of the level below from {@code n * FAN_OUT}.
 */
final class BoxTree {
  private static final int FAN_OUT = 16;
  private static final int SIDES = 4;

  private final int[] boxes;
  private final int[] leafEntry;
  private final int[] levelStart;

  BoxTree(List<Box> entries) {
    leafEntry = tileOrder(entries);
    levelStart = levelStarts(entries.size());
    boxes = new int[levelStart[levelStart.length - 1] * SIDES];
    for (int leaf = 0; leaf < leafEntry.length; leaf++) {
      Box box = entries.get(leafEntry[leaf]);
      put(leaf, box.minLonE7(), box.minLatE7(), box.maxLonE7(), box.maxLatE7());
    }
    for (int level = 1; level + 1 < levelStart.length; level++) {
      fillLevel(level);
    }
  }

  /** Hands the number of every entry whose box holds the point to the consumer, in no order. */
  void search(int lonE7, int latE7, IntConsumer found) {
    if (leafEntry.length > 0) {
      search(levelStart.length - 2, 0, lonE7, latE7, found);
    }
  }

  private void search(int level, int node, int lonE7, int latE7, IntConsumer found) {
    int at = (levelStart[level] + node) * SIDES;
    if (lonE7 < boxes[at]
        || latE7 < boxes[at + 1]
        || lonE7 > boxes[at + 2]
        || latE7 > boxes[at + 3]) {
      return;
    }
    if (level == 0) {
      found.accept(leafEntry[node]);
      return;
    }
    int end = Math.min((node + 1) * FAN_OUT, sizeOf(level - 1));
    for (int child = node * FAN_OUT; child < end; child++) {
      search(level - 1, child, lonE7, latE7, found);
    }
  }

  private int sizeOf(int level) {
    return levelStart[level + 1] - levelStart[level];
  }

  private void fillLevel(int level) {
    int below = levelStart[level - 1];
    for (int node = 0; node < sizeOf(level); node++) {
      int end = Math.min((node + 1) * FAN_OUT, sizeOf(level - 1));
      int[] union = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
      for (int child = node * FAN_OUT; child < end; child++) {
        int at = (below + child) * SIDES;
        union[0] = Math.min(union[0], boxes[at]);
        union[1] = Math.min(union[1], boxes[at + 1]);
        union[2] = Math.max(union[2], boxes[at + 2]);
        union[3] = Math.max(union[3], boxes[at + 3]);
      }
      put(levelStart[level] + node, union);
    }
  }

  private void put(int position, int... box) {
    System.arraycopy(box, 0, boxes, position * SIDES, SIDES);
  }

  private static int[] levelStarts(int leaves) {
    int[] starts = new int[] {0, leaves};
    for (int size = leaves; size > 1; ) {
      size = Math.ceilDiv(size, FAN_OUT);
      starts = Arrays.copyOf(starts, starts.length + 1);
      starts[starts.length - 1] = starts[starts.length - 2] + size;
    }
    return starts;
  }

  /** Entry numbers in vertical slices by longitude, each slice by latitude. */
  private static int[] tileOrder(List<Box> entries) {
    Integer[] order = new Integer[entries.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> middleLon(entries.get(i))));
    int nodes = Math.ceilDiv(order.length, FAN_OUT);
    int slice = FAN_OUT * (int) Math.ceil(Math.sqrt(nodes));
    for (int from = 0; from < order.length; from += slice) {
      int to = Math.min(from + slice, order.length);
      Arrays.sort(order, from, to, Comparator.comparingLong(i -> middleLat(entries.get(i))));
    }
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  private static long middleLon(Box box) {
    return (long) box.minLonE7() + box.maxLonE7();
  }

  private static long middleLat(Box box) {
    return (long) box.minLatE7() + box.maxLatE7();
  }
}
