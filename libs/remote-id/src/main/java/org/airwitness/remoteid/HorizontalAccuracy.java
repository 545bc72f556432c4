package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * The horizontal accuracy of a position (ASTM F3411, Location message): the 95 % error is less than
 * the bound.
 *
 * <p>Code 0 has no bound: the error is unknown or at least the largest bound.
 */
public enum HorizontalAccuracy implements Coded {
  UNKNOWN(0, Double.NaN),
  BELOW_10_NM(1, 18_520),
  BELOW_4_NM(2, 7_408),
  BELOW_2_NM(3, 3_704),
  BELOW_1_NM(4, 1_852),
  BELOW_0_5_NM(5, 926),
  BELOW_0_3_NM(6, 555.6),
  BELOW_0_1_NM(7, 185.2),
  BELOW_0_05_NM(8, 92.6),
  BELOW_30_M(9, 30),
  BELOW_10_M(10, 10),
  BELOW_3_M(11, 3),
  BELOW_1_M(12, 1);

  private static final CodeTable<HorizontalAccuracy> TABLE = CodeTable.of(values());

  private final int code;
  private final double boundM;

  HorizontalAccuracy(int code, double boundM) {
    this.code = code;
    this.boundM = boundM;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable HorizontalAccuracy ofCode(int code) {
    return TABLE.at(code);
  }

  /**
   * The tightest accuracy whose bound is still greater than an error in metres.
   *
   * @throws IllegalArgumentException for a negative error or NaN
   */
  public static HorizontalAccuracy tightestFor(double errorM) {
    Ranges.require("errorM", errorM, 0, Double.POSITIVE_INFINITY);
    HorizontalAccuracy tightest = UNKNOWN;
    for (HorizontalAccuracy accuracy : values()) {
      if (accuracy.boundM > errorM) {
        tightest = accuracy;
      }
    }
    return tightest;
  }

  @Override
  public int code() {
    return code;
  }

  /** The bound in metres, {@code null} for {@link #UNKNOWN}. */
  public @Nullable Double boundM() {
    return this == UNKNOWN ? null : boundM;
  }
}
