package org.airwitness.benchmarks.decode;

/** Whether the two decoders read the same. */
final class Agreement {
  private Agreement() {}

  /** The index of the first pack they read differently, -1 if there is none. */
  static int findDisagreement(byte[][] packs) {
    ViewReader view = new ViewReader();
    NaiveReader naive = new NaiveReader();
    for (int i = 0; i < packs.length; i++) {
      if (view.read(packs[i]) != naive.read(packs[i])) {
        return i;
      }
    }
    return -1;
  }
}
