package org.airwitness.ingest.core;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The last keys of 128 bits that were done with, oldest forgotten first; at most a fixed number.
 *
 * <p>Kept in plain arrays, because every sensor has thousands of them: a third of what a map of
 * objects takes. Slots are filled in turn, and the slots of one bucket are chained from the newest
 * to the oldest, so that the one to forget is always the last of its chain.
 */
final class RecentKeys<V> {
  private static final int NONE = -1;
  private static final int FIRST_CAPACITY = 16;

  private final int limit;
  private long[] high;
  private long[] low;
  private Object[] values;
  private int[] older;
  private int[] newest;
  private int size;
  private int next;

  /**
   * Remembers nothing yet.
   *
   * @param limit a power of two of at least 16
   */
  RecentKeys(int limit) {
    if (limit < FIRST_CAPACITY || Integer.bitCount(limit) != 1) {
      throw new IllegalArgumentException("limit is a power of two from 16: " + limit);
    }
    this.limit = limit;
    this.high = new long[FIRST_CAPACITY];
    this.low = new long[FIRST_CAPACITY];
    this.values = new Object[FIRST_CAPACITY];
    this.older = new int[FIRST_CAPACITY];
    this.newest = emptyBuckets(FIRST_CAPACITY);
  }

  /** What was remembered with the key; null when it is not known, or not any more. */
  @SuppressWarnings("unchecked")
  @Nullable V find(long keyHigh, long keyLow) {
    for (int slot = newest[bucket(keyHigh, keyLow)]; slot != NONE; slot = older[slot]) {
      if (high[slot] == keyHigh && low[slot] == keyLow) {
        return (V) values[slot];
      }
    }
    return null;
  }

  /** Remembers a key; false when it was known already. */
  boolean add(long keyHigh, long keyLow, V value) {
    if (find(keyHigh, keyLow) != null) {
      return false;
    }
    if (size == limit) {
      forget(next);
    } else if (size == high.length) {
      grow();
    }
    high[next] = keyHigh;
    low[next] = keyLow;
    values[next] = Objects.requireNonNull(value);
    link(next);
    size = Math.min(size + 1, limit);
    next = (next + 1) % limit;
    return true;
  }

  private void forget(int oldest) {
    int bucket = bucket(high[oldest], low[oldest]);
    if (newest[bucket] == oldest) {
      newest[bucket] = NONE;
      return;
    }
    int slot = newest[bucket];
    while (older[slot] != oldest) {
      slot = older[slot];
    }
    older[slot] = NONE;
  }

  private void grow() {
    int capacity = 2 * size;
    high = Arrays.copyOf(high, capacity);
    low = Arrays.copyOf(low, capacity);
    values = Arrays.copyOf(values, capacity);
    older = new int[capacity];
    newest = emptyBuckets(capacity);
    for (int slot = 0; slot < size; slot++) {
      link(slot);
    }
  }

  private void link(int slot) {
    int bucket = bucket(high[slot], low[slot]);
    older[slot] = newest[bucket];
    newest[bucket] = slot;
  }

  /** Fibonacci hashing; what is numbered in a row spreads as well as what is a digest. */
  private int bucket(long keyHigh, long keyLow) {
    long mixed = (keyHigh * 31 + keyLow) * 0x9E3779B97F4A7C15L;
    return (int) (mixed >>> 32) & (newest.length - 1);
  }

  private static int[] emptyBuckets(int capacity) {
    int[] buckets = new int[capacity];
    Arrays.fill(buckets, NONE);
    return buckets;
  }
}
