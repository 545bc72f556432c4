package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * The accuracy of the speeds (ASTM F3411, Location message): the 95 % error is less than the bound.
 *
 * <p>Code 0 has no bound: the error is unknown or at least the largest bound.
 */
public enum SpeedAccuracy implements Coded {
  UNKNOWN(0, Double.NaN),
  BELOW_10_MPS(1, 10),
  BELOW_3_MPS(2, 3),
  BELOW_1_MPS(3, 1),
  BELOW_0_3_MPS(4, 0.3);

  private static final CodeTable<SpeedAccuracy> TABLE = CodeTable.of(values());

  private final int code;
  private final double boundMps;

  SpeedAccuracy(int code, double boundMps) {
    this.code = code;
    this.boundMps = boundMps;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable SpeedAccuracy ofCode(int code) {
    return TABLE.at(code);
  }

  /**
   * The tightest accuracy whose bound is still greater than an error in metres per second.
   *
   * @throws IllegalArgumentException for a negative error or NaN
   */
  public static SpeedAccuracy tightestFor(double errorMps) {
    Ranges.require("errorMps", errorMps, 0, Double.POSITIVE_INFINITY);
    SpeedAccuracy tightest = UNKNOWN;
    for (SpeedAccuracy accuracy : values()) {
      if (accuracy.boundMps > errorMps) {
        tightest = accuracy;
      }
    }
    return tightest;
  }

  @Override
  public int code() {
    return code;
  }

  /** The bound in metres per second, {@code null} for {@link #UNKNOWN}. */
  public @Nullable Double boundMps() {
    return this == UNKNOWN ? null : boundMps;
  }
}
