package org.airwitness.airspace.index;

/** Square of 2^bits units of 1e-7 degree, edges included. */
record Cell(int west, int south, int bits) {
  int east() {
    return west + (1 << bits) - 1;
  }

  int north() {
    return south + (1 << bits) - 1;
  }

  Cell child(int quadrant) {
    int half = bits - 1;
    return new Cell(west + ((quadrant & 1) << half), south + ((quadrant >> 1) << half), half);
  }
}
