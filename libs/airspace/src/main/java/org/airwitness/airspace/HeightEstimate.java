package org.airwitness.airspace;

import java.time.Instant;
import java.util.Arrays;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.height.Environment;
import org.airwitness.airspace.height.GroundBounds;
import org.airwitness.airspace.height.Qnh;
import org.jspecify.annotations.Nullable;

/**
 * Best estimate of a drone's height above each datum, from what it reports and what is known of the
 * site. For one thread, one fix after the other; each datum is worked out when first asked for.
 */
final class HeightEstimate {
  private static final int DATUMS = Datum.values().length;
  private static final double MIN_GROUND_UNCERTAINTY_M = 5;
  private static final double TAKEOFF_UNCERTAINTY_M = 50;
  private static final double TERRAIN_AT_TAKEOFF_UNCERTAINTY_M = 20;
  private static final double OTHER_GEOID_UNCERTAINTY_M = 2;
  private static final double QNH_UNCERTAINTY_M = 15;
  private static final double AS_PRESSURE_UNCERTAINTY_M = 300;

  private final Environment environment;
  private final double[] heightM = new double[DATUMS];
  private final double[] uncertaintyM = new double[DATUMS];
  private final @Nullable HeightMethod[] method = new HeightMethod[DATUMS];
  private Position position = new Position(0, 0);
  private Heights heights = Heights.NONE;
  private Instant time = Instant.EPOCH;

  HeightEstimate(Environment environment) {
    this.environment = environment;
  }

  Environment environment() {
    return environment;
  }

  /** Turns to another fix. */
  void of(Position newPosition, Heights newHeights, Instant newTime) {
    position = newPosition;
    heights = newHeights;
    time = newTime;
    Arrays.fill(method, null);
  }

  /** Source of the height above the datum; {@link HeightMethod#NONE} when there is none. */
  HeightMethod method(Datum datum) {
    HeightMethod known = method[datum.ordinal()];
    if (known == null) {
      switch (datum) {
        case AGL -> estimateAboveGround();
        case AMSL -> estimateAboveSea();
        case WGS84 -> set(datum, heights.ellipsoid(), HeightMethod.ELLIPSOID);
        case STD -> estimatePressureAltitude();
      }
      known = method[datum.ordinal()];
    }
    return known == null ? HeightMethod.NONE : known;
  }

  /** Metres above the datum, when there is a method. */
  double heightM(Datum datum) {
    return heightM[datum.ordinal()];
  }

  double uncertaintyM(Datum datum) {
    return uncertaintyM[datum.ordinal()];
  }

  /** True for a method that is not trusted when something else decides. */
  static boolean isLow(HeightMethod method) {
    return switch (method) {
      case ABOVE_TAKEOFF, TERRAIN_AT_TAKEOFF, GEOID_AS_PRESSURE -> true;
      case REPORTED_ABOVE_GROUND,
          TERRAIN,
          GROUND_BOUNDS,
          ELLIPSOID,
          GEOID,
          REPORTED_ABOVE_SEA,
          PRESSURE_QNH,
          PRESSURE_ALTITUDE,
          NOT_NEEDED,
          NONE ->
          false;
    };
  }

  /** Least height above ground that the site's bounds allow, NaN when they tell nothing. */
  double leastAboveGroundM() {
    GroundBounds bounds = environment.groundBounds();
    return bounds == null ? Double.NaN : aboveSeaM() - bounds.highestM() - aboveSeaAccuracyM();
  }

  double mostAboveGroundM() {
    GroundBounds bounds = environment.groundBounds();
    return bounds == null ? Double.NaN : aboveSeaM() - bounds.lowestM() + aboveSeaAccuracyM();
  }

  private void estimateAboveGround() {
    Height reported = usable(heights.aboveGround());
    if (reported != null) {
      double accuracyM = Math.max(reported.accuracyM(), MIN_GROUND_UNCERTAINTY_M);
      set(Datum.AGL, reported.valueM(), accuracyM, HeightMethod.REPORTED_ABOVE_GROUND);
      return;
    }
    double aboveGroundM =
        aboveSeaM() - environment.terrain().heightM(position.lonDeg(), position.latDeg());
    Height takeoff = usable(heights.aboveTakeoff());
    if (!Double.isNaN(aboveGroundM)) {
      double accuracyM = Math.hypot(aboveSeaAccuracyM(), environment.terrain().uncertaintyM());
      set(Datum.AGL, aboveGroundM, accuracyM, HeightMethod.TERRAIN);
    } else if (takeoff != null) {
      set(Datum.AGL, takeoff.valueM(), TAKEOFF_UNCERTAINTY_M, HeightMethod.ABOVE_TAKEOFF);
    } else {
      setNone(Datum.AGL);
    }
  }

  private void estimateAboveSea() {
    double aboveSeaM = aboveSeaM();
    Height pressure = usable(heights.pressure());
    Qnh qnh = environment.qnh();
    if (!Double.isNaN(aboveSeaM)) {
      HeightMethod source =
          Double.isNaN(byGeoidM()) ? HeightMethod.REPORTED_ABOVE_SEA : HeightMethod.GEOID;
      set(Datum.AMSL, aboveSeaM, aboveSeaAccuracyM(), source);
    } else if (pressure != null && qnh != null && qnh.usableAt(time)) {
      double correctedM = qnh.aboveSeaM(pressure.valueM());
      set(Datum.AMSL, correctedM, QNH_UNCERTAINTY_M, HeightMethod.PRESSURE_QNH);
    } else {
      estimateFromTakeoff();
    }
  }

  private void estimateFromTakeoff() {
    Height aboveTakeoff = usable(heights.aboveTakeoff());
    Position takeoff = heights.takeoff();
    double groundM =
        takeoff == null
            ? Double.NaN
            : environment.terrain().heightM(takeoff.lonDeg(), takeoff.latDeg());
    if (aboveTakeoff != null && !Double.isNaN(groundM)) {
      set(
          Datum.AMSL,
          groundM + aboveTakeoff.valueM(),
          TERRAIN_AT_TAKEOFF_UNCERTAINTY_M,
          HeightMethod.TERRAIN_AT_TAKEOFF);
    } else {
      setNone(Datum.AMSL);
    }
  }

  private void estimatePressureAltitude() {
    set(Datum.STD, heights.pressure(), HeightMethod.PRESSURE_ALTITUDE);
    double aboveSeaM = aboveSeaM();
    if (method[Datum.STD.ordinal()] == HeightMethod.NONE && !Double.isNaN(aboveSeaM)) {
      set(Datum.STD, aboveSeaM, AS_PRESSURE_UNCERTAINTY_M, HeightMethod.GEOID_AS_PRESSURE);
    }
  }

  /** Height above mean sea level by the geoid, else as reported, NaN when unknown. */
  private double aboveSeaM() {
    double byGeoidM = byGeoidM();
    Height reported = usable(heights.meanSeaLevel());
    return Double.isNaN(byGeoidM) && reported != null ? reported.valueM() : byGeoidM;
  }

  private double aboveSeaAccuracyM() {
    Height reported = usable(heights.meanSeaLevel());
    return Double.isNaN(byGeoidM()) && reported != null
        ? reported.accuracyM() + OTHER_GEOID_UNCERTAINTY_M
        : ellipsoidAccuracyM();
  }

  private double byGeoidM() {
    Height ellipsoid = usable(heights.ellipsoid());
    return ellipsoid != null
        ? ellipsoid.valueM() - environment.geoid().undulationM(position.lonDeg(), position.latDeg())
        : Double.NaN;
  }

  private double ellipsoidAccuracyM() {
    Height ellipsoid = heights.ellipsoid();
    return ellipsoid == null ? Double.NaN : ellipsoid.accuracyM();
  }

  private static @Nullable Height usable(@Nullable Height height) {
    return height != null && height.plausible() ? height : null;
  }

  private void set(Datum datum, @Nullable Height reported, HeightMethod source) {
    Height height = usable(reported);
    if (height != null) {
      set(datum, height.valueM(), height.accuracyM(), source);
    } else {
      setNone(datum);
    }
  }

  private void setNone(Datum datum) {
    set(datum, Double.NaN, Double.NaN, HeightMethod.NONE);
  }

  private void set(Datum datum, double valueM, double accuracyM, HeightMethod source) {
    heightM[datum.ordinal()] = valueM;
    uncertaintyM[datum.ordinal()] = accuracyM;
    method[datum.ordinal()] = source;
  }
}
