package org.airwitness.airspace;

import org.airwitness.airspace.Limit.Datum;
import org.jspecify.annotations.Nullable;

/**
 * Vertical verdict on volumes: each limit is tested in its own datum, and a known "outside" beats
 * an unknown height. For one thread; holds the latest result and allocates nothing.
 */
final class VerticalJudge {
  private static final int FLOOR = 1;
  private static final int CEILING = -1;

  private VerticalVerdict verdict = VerticalVerdict.UNKNOWN;
  private HeightMethod method = HeightMethod.NONE;
  private boolean marginal;

  VerticalVerdict verdict() {
    return verdict;
  }

  /** Source of the height that decided. */
  HeightMethod method() {
    return method;
  }

  /** The verdict would be another one if the height moved by its uncertainty. */
  boolean marginal() {
    return marginal;
  }

  /** Judges a volume. */
  void judge(VolumeTable volumes, int volume, HeightEstimate height) {
    Datum floorDatum = volumes.floorDatum(volume);
    Datum ceilingDatum = volumes.ceilingDatum(volume);
    if (floorDatum == null && ceilingDatum == null) {
      set(VerticalVerdict.IN, HeightMethod.NOT_NEEDED, false);
      return;
    }
    double floorM = volumes.floorM(volume);
    double ceilingM = volumes.ceilingM(volume);
    VerticalVerdict floor = test(floorDatum, floorM, FLOOR, height, 0);
    VerticalVerdict ceiling = test(ceilingDatum, ceilingM, CEILING, height, 0);
    VerticalVerdict both = worse(floor, ceiling);
    boolean byFloor =
        both == VerticalVerdict.OUT ? ceiling != VerticalVerdict.OUT : ceilingDatum == null;
    set(
        both,
        byFloor
            ? method(both, floorDatum, floorM, FLOOR, height)
            : method(both, ceilingDatum, ceilingM, CEILING, height),
        worse(
                    test(floorDatum, floorM, FLOOR, height, 1),
                    test(ceilingDatum, ceilingM, CEILING, height, 1))
                != both
            || worse(
                    test(floorDatum, floorM, FLOOR, height, -1),
                    test(ceilingDatum, ceilingM, CEILING, height, -1))
                != both);
  }

  /** Judges another volume of the same zone: the better result stays, inside any is inside. */
  void judgeOr(VolumeTable volumes, int volume, HeightEstimate height) {
    VerticalVerdict before = verdict;
    HeightMethod methodBefore = method;
    boolean marginalBefore = marginal;
    judge(volumes, volume, height);
    int order = before.compareTo(verdict);
    if (order < 0 || (order == 0 && !marginalBefore)) {
      set(before, methodBefore, marginalBefore);
    }
  }

  private void set(VerticalVerdict newVerdict, HeightMethod newMethod, boolean newMarginal) {
    verdict = newVerdict;
    method = newMethod;
    marginal = newMarginal;
  }

  private static VerticalVerdict worse(VerticalVerdict one, VerticalVerdict other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static HeightMethod method(
      VerticalVerdict verdict,
      @Nullable Datum datum,
      double limitM,
      int side,
      HeightEstimate height) {
    if (datum == null) {
      return HeightMethod.NOT_NEEDED;
    }
    if (verdict == VerticalVerdict.UNKNOWN) {
      return HeightMethod.NONE;
    }
    HeightMethod source = height.method(datum);
    return needsBounds(source) && boundsTest(datum, limitM, side, height) != VerticalVerdict.UNKNOWN
        ? HeightMethod.GROUND_BOUNDS
        : source;
  }

  /** Whether the limit is kept when the height moves by so many times its uncertainty. */
  private static VerticalVerdict test(
      @Nullable Datum datum, double limitM, int side, HeightEstimate height, int shift) {
    if (datum == null) {
      return VerticalVerdict.IN;
    }
    HeightMethod source = height.method(datum);
    if (needsBounds(source)) {
      VerticalVerdict byBounds = boundsTest(datum, limitM, side, height);
      if (byBounds != VerticalVerdict.UNKNOWN || source == HeightMethod.NONE) {
        return byBounds;
      }
    }
    double heightM = height.heightM(datum) + shift * height.uncertaintyM(datum);
    return side * (heightM - limitM) >= 0 ? VerticalVerdict.IN : VerticalVerdict.OUT;
  }

  private static boolean needsBounds(HeightMethod source) {
    return source == HeightMethod.NONE || HeightEstimate.isLow(source);
  }

  /** Whether the bounds of the site's ground decide the limit. */
  private static VerticalVerdict boundsTest(
      Datum datum, double limitM, int side, HeightEstimate height) {
    if (datum != Datum.AGL) {
      return VerticalVerdict.UNKNOWN;
    }
    double leastM = height.leastAboveGroundM();
    double mostM = height.mostAboveGroundM();
    double worstM = side == FLOOR ? leastM : mostM;
    double bestM = side == FLOOR ? mostM : leastM;
    if (side * (worstM - limitM) >= 0) {
      return VerticalVerdict.IN;
    }
    return side * (bestM - limitM) < 0 ? VerticalVerdict.OUT : VerticalVerdict.UNKNOWN;
  }
}
