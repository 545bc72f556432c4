package org.airwitness.airspace.height;

import java.time.Duration;
import java.time.Instant;

/**
 * Pressure at mean sea level.
 *
 * @param hectopascals 850..1100
 * @param observedAt when it was measured; it may be used for an hour
 */
public record Qnh(double hectopascals, Instant observedAt) {
  private static final Duration MAX_AGE = Duration.ofHours(1);
  private static final double STANDARD_HPA = 1013.25;
  private static final double METRES_PER_HPA = 8.23;

  public Qnh {
    if (!(hectopascals >= 850 && hectopascals <= 1100)) {
      throw new IllegalArgumentException("QNH is within 850..1100 hPa: " + hectopascals);
    }
  }

  /** True from the measurement until it is too old, the end excluded. */
  public boolean usableAt(Instant time) {
    return !time.isBefore(observedAt) && time.isBefore(observedAt.plus(MAX_AGE));
  }

  /** Height above mean sea level of a pressure altitude, both in metres. */
  public double aboveSeaM(double pressureAltitudeM) {
    return pressureAltitudeM + METRES_PER_HPA * (hectopascals - STANDARD_HPA);
  }
}
