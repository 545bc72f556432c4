package org.airwitness.remoteid.dji;

import org.airwitness.remoteid.Field;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Screen;
import org.jspecify.annotations.Nullable;

/** An angle of DroneID: 32 bit in 1e-7 radians, one step being 0.64 m on the ground. */
final class Radians {
  private static final double STEPS = 1e7;
  private static final int MAX_LATITUDE = (int) Math.round(Math.PI / 2 * STEPS);
  private static final int MAX_LONGITUDE = (int) Math.round(Math.PI * STEPS);

  private Radians() {}

  /** The step nearest to 1e-7 degrees. */
  static int nearest(int e7) {
    return (int) Math.round(Math.toRadians(e7));
  }

  static boolean isLatitude(int raw) {
    return raw >= -MAX_LATITUDE && raw <= MAX_LATITUDE;
  }

  static boolean isLongitude(int raw) {
    return raw >= -MAX_LONGITUDE && raw <= MAX_LONGITUDE;
  }

  static @Nullable LatLon position(
      int rawLat, int rawLon, Field latField, Field lonField, Screen screen) {
    return screen.positionE7(
        isLatitude(rawLat) ? latE7(rawLat) : e7(rawLat),
        isLongitude(rawLon) ? lonE7(rawLon) : e7(rawLon),
        latField,
        lonField);
  }

  /** A pole and the antimeridian lie between two steps: the outer one stands for them. */
  private static long latE7(int raw) {
    return Math.clamp(e7(raw), -900_000_000, 900_000_000);
  }

  private static long lonE7(int raw) {
    return Math.clamp(e7(raw), -1_800_000_000, 1_800_000_000);
  }

  private static long e7(int raw) {
    return Math.round(Math.toDegrees(raw));
  }
}
