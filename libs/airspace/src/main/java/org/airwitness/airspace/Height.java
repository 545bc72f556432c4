package org.airwitness.airspace;

/**
 * Height above some surface with its accuracy, metres.
 *
 * @param valueM height
 * @param accuracyM how far the true height may be off
 */
public record Height(double valueM, double accuracyM) {
  /** Accuracy assumed when the drone does not tell one. */
  public static final double UNKNOWN_ACCURACY_M = 25;

  private static final double MIN_M = -500;
  private static final double MAX_M = 50_000;

  public Height {
    if (!(accuracyM >= 0)) {
      throw new IllegalArgumentException("height accuracy must not be negative: " + accuracyM);
    }
  }

  /** Height of unknown accuracy. */
  public static Height of(double valueM) {
    return new Height(valueM, UNKNOWN_ACCURACY_M);
  }

  /** True for -500..50,000 m; anything else is not used. */
  public boolean plausible() {
    return valueM >= MIN_M && valueM <= MAX_M;
  }
}
