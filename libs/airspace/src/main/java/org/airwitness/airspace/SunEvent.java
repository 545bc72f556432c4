package org.airwitness.airspace;

/** Daily event of the sun, in the order of a day (EUROCAE ED-318). */
public enum SunEvent {
  /** Begin of morning civil twilight. */
  BMCT(-6, true),
  /** Sunrise. */
  SR(-0.833, true),
  /** Sunset. */
  SS(-0.833, false),
  /** End of evening civil twilight. */
  EECT(-6, false);

  private final double altitudeDeg;
  private final boolean rising;

  SunEvent(double altitudeDeg, boolean rising) {
    this.altitudeDeg = altitudeDeg;
    this.rising = rising;
  }

  /** Altitude of the sun's centre at the event. */
  double altitudeDeg() {
    return altitudeDeg;
  }

  boolean rising() {
    return rising;
  }
}
