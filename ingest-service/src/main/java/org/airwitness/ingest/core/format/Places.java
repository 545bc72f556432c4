package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.GeoPoint;
import org.jspecify.annotations.Nullable;

/** Positions of sensors as feeds give them. */
final class Places {
  private Places() {}

  /** Returns a position; absent, (0, 0) and off the Earth are none. */
  static @Nullable GeoPoint find(@Nullable Double latDeg, @Nullable Double lonDeg) {
    if (latDeg == null || lonDeg == null || latDeg == 0 && lonDeg == 0) {
      return null;
    }
    boolean onEarth = Math.abs(latDeg) <= 90 && Math.abs(lonDeg) <= 180;
    return onEarth ? new GeoPoint(latDeg, lonDeg) : null;
  }
}
