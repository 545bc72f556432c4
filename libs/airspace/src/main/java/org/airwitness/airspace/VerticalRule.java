package org.airwitness.airspace;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Vertical verdict on a volume: each limit is tested in its own datum, and a known "outside" beats
 * an unknown height.
 *
 * @param verdict the verdict at the best estimate of the height
 * @param method source of the height that decided
 * @param marginal the verdict would be another one if the height moved by its uncertainty
 */
record VerticalRule(VerticalVerdict verdict, HeightMethod method, boolean marginal) {
  private static final Comparator<VerticalRule> STRONGEST_FIRST =
      Comparator.comparing(VerticalRule::verdict).thenComparing(VerticalRule::marginal);

  /** Verdict on several volumes of one zone: inside any is inside. */
  static VerticalRule anyOf(List<Volume> volumes, Heights heights) {
    return volumes.stream()
        .map(volume -> of(volume, heights))
        .min(STRONGEST_FIRST)
        .orElseThrow(() -> new IllegalArgumentException("no volume to judge"));
  }

  static VerticalRule of(Volume volume, Heights heights) {
    boolean inverted = inverted(volume);
    Limit lower = inverted ? volume.upper() : volume.lower();
    Limit upper = inverted ? volume.lower() : volume.upper();
    Test floor = new Test(lower, heights.above(lower.datum()), 1);
    Test ceiling = new Test(upper, heights.above(upper.datum()), -1);
    VerticalVerdict verdict = both(floor, ceiling, 0);
    boolean marginal = both(floor, ceiling, -1) != verdict || both(floor, ceiling, 1) != verdict;
    return new VerticalRule(verdict, method(verdict, floor, ceiling), marginal);
  }

  /** A floor above its ceiling, same datum, is read as the band between the two. */
  private static boolean inverted(Volume volume) {
    Limit lower = volume.lower();
    Limit upper = volume.upper();
    return lower.bounds()
        && upper.bounds()
        && lower.datum() == upper.datum()
        && lower.valueM() > upper.valueM();
  }

  private static VerticalVerdict both(Test floor, Test ceiling, int shift) {
    VerticalVerdict one = floor.at(shift);
    VerticalVerdict other = ceiling.at(shift);
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static HeightMethod method(VerticalVerdict verdict, Test floor, Test ceiling) {
    return switch (verdict) {
      case UNKNOWN -> HeightMethod.NONE;
      case OUT -> ceiling.at(0) == VerticalVerdict.OUT ? ceiling.method() : floor.method();
      case IN -> ceiling.limit().bounds() ? ceiling.method() : floor.method();
    };
  }

  /** One limit against one height; sign is 1 for a floor and -1 for a ceiling. */
  private record Test(Limit limit, Optional<Heights.Reading> reading, int sign) {
    VerticalVerdict at(int shift) {
      if (!limit.bounds()) {
        return VerticalVerdict.IN;
      }
      return reading
          .map(r -> sign * (r.heightM() + shift * r.uncertaintyM() - limit.valueM()) >= 0)
          .map(satisfied -> satisfied ? VerticalVerdict.IN : VerticalVerdict.OUT)
          .orElse(VerticalVerdict.UNKNOWN);
    }

    HeightMethod method() {
      return limit.bounds()
          ? reading.map(Heights.Reading::method).orElse(HeightMethod.NONE)
          : HeightMethod.NOT_NEEDED;
    }
  }
}
