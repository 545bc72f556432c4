package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * The accuracy of a geodetic or pressure altitude (ASTM F3411, Location message): the 95 % error is
 * less than the bound.
 *
 * <p>Code 0 has no bound: the error is unknown or at least the largest bound.
 */
public enum VerticalAccuracy implements Coded {
  UNKNOWN(0, Double.NaN),
  BELOW_150_M(1, 150),
  BELOW_45_M(2, 45),
  BELOW_25_M(3, 25),
  BELOW_10_M(4, 10),
  BELOW_3_M(5, 3),
  BELOW_1_M(6, 1);

  private static final CodeTable<VerticalAccuracy> TABLE = CodeTable.of(values());

  private final int code;
  private final double boundM;

  VerticalAccuracy(int code, double boundM) {
    this.code = code;
    this.boundM = boundM;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable VerticalAccuracy ofCode(int code) {
    return TABLE.at(code);
  }

  /**
   * The tightest accuracy whose bound is still greater than an error in metres.
   *
   * @throws IllegalArgumentException for a negative error or NaN
   */
  public static VerticalAccuracy tightestFor(double errorM) {
    Ranges.require("errorM", errorM, 0, Double.POSITIVE_INFINITY);
    VerticalAccuracy tightest = UNKNOWN;
    for (VerticalAccuracy accuracy : values()) {
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
