package org.airwitness.airspace;

import java.util.Optional;
import org.airwitness.airspace.Limit.Datum;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a drone's height; each may be absent.
 *
 * @param ellipsoid above the WGS 84 ellipsoid (HAE)
 * @param pressure pressure altitude, 1013.25 hPa
 * @param aboveTakeoff above the place of take-off
 * @param aboveGround above the ground below the drone
 */
public record Heights(
    @Nullable Height ellipsoid,
    @Nullable Height pressure,
    @Nullable Height aboveTakeoff,
    @Nullable Height aboveGround) {
  /** No height known at all. */
  public static final Heights NONE = new Heights(null, null, null, null);

  private static final double MIN_GROUND_UNCERTAINTY_M = 5;
  private static final double TAKEOFF_UNCERTAINTY_M = 50;

  /** Best estimate of the height above one datum. */
  record Reading(double heightM, double uncertaintyM, HeightMethod method) {}

  /** Height above the datum, if it can be told. AMSL needs a geoid, which is not there yet. */
  Optional<Reading> above(Datum datum) {
    return switch (datum) {
      case AGL -> agl();
      case AMSL -> Optional.empty();
      case WGS84 -> reading(ellipsoid, HeightMethod.ELLIPSOID);
      case STD -> reading(pressure, HeightMethod.PRESSURE_ALTITUDE);
    };
  }

  private Optional<Reading> agl() {
    if (aboveGround != null && aboveGround.plausible()) {
      double uncertaintyM = Math.max(aboveGround.accuracyM(), MIN_GROUND_UNCERTAINTY_M);
      return Optional.of(
          new Reading(aboveGround.valueM(), uncertaintyM, HeightMethod.REPORTED_ABOVE_GROUND));
    }
    return reading(aboveTakeoff, HeightMethod.ABOVE_TAKEOFF)
        .map(r -> new Reading(r.heightM(), TAKEOFF_UNCERTAINTY_M, r.method()));
  }

  private static Optional<Reading> reading(@Nullable Height height, HeightMethod method) {
    return height == null || !height.plausible()
        ? Optional.empty()
        : Optional.of(new Reading(height.valueM(), height.accuracyM(), method));
  }
}
