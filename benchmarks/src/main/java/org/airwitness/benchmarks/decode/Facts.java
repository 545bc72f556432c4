package org.airwitness.benchmarks.decode;

/**
 * Takes in what a decoder reads and boils it down to one number, so that no decoder can skip a
 * field and two decoders can be compared. An absent value counts as {@link #ABSENT}.
 */
final class Facts {
  static final long ABSENT = -1;

  private long sum;

  void start() {
    sum = 1;
  }

  void add(long value) {
    sum = sum * 31 + value;
  }

  /** Adds a value in half, quarter or whole units exactly; NaN is absent. */
  void add(double value) {
    add(Double.isNaN(value) ? ABSENT : (long) (value * 4));
  }

  long sum() {
    return sum;
  }
}
