package org.airwitness.airspace.format;

import java.util.OptionalDouble;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Limit.Unit;

/** Lower and upper limit of one volume as published, and what is odd about them. */
record VerticalLimits(Limit lower, Limit upper) {
  /** How a published number becomes a limit: {@link Limit#lower} or {@link SourceProfile#upper}. */
  interface LimitOf {
    Limit limit(double value, Unit unit, Datum datum);
  }

  /** Members of a volume that hold its limits. */
  record Members(JsonAt lower, JsonAt lowerDatum, JsonAt upper, JsonAt upperDatum) {}

  /** Reads both limits and reports what is odd about them. */
  static VerticalLimits read(Members members, Unit unit, JsonAt volume, SourceProfile profile) {
    VerticalLimits limits =
        new VerticalLimits(
            read(members.lower(), unit, members.lowerDatum(), Limit::lower),
            read(members.upper(), unit, members.upperDatum(), profile::upper));
    limits.report(volume.place());
    reportMixed(volume, members.lowerDatum(), members.upperDatum());
    return limits;
  }

  /** Reads one limit; absent or unreadable, it is not stated. */
  static Limit read(JsonAt value, Unit unit, JsonAt datum, LimitOf kind) {
    if (!value.isPresent() || value.isBlank()) {
      return Limit.notStated();
    }
    OptionalDouble number = value.number();
    if (number.isEmpty()) {
      value.warn("VERT_TEXT_UNPARSED", value.excerpt() + " is not a number: no limit");
      return Limit.notStated();
    }
    return kind.limit(number.getAsDouble(), unit, ZoneText.datum(datum));
  }

  /** Reports absent, unlimited, flat and inverted limits at the volume. */
  void report(Place volume) {
    reportAbsent(volume);
    if (upper.kind() == Limit.Kind.UNLIMITED) {
      volume.info("VERT_UNLIMITED", "upper limit " + upper.value() + " read as unlimited");
    }
    reportOrder(volume);
  }

  /** Reports limits that are not stated. */
  void reportAbsent(Place volume) {
    if (lower.kind() == Limit.Kind.NOT_STATED) {
      volume.info("VERT_LOWER_ABSENT", "no lower limit: from the ground");
    }
    if (upper.kind() == Limit.Kind.NOT_STATED) {
      volume.info("VERT_UPPER_ABSENT", "no upper limit: unlimited");
    }
  }

  /** Reports flat and inverted limits. */
  void reportOrder(Place volume) {
    if (comparable() && lower.valueM() == upper.valueM()) {
      volume.warn("VERT_FLAT", "lower and upper limit are equal: that height only");
    }
    if (inverted()) {
      volume.warn("VERT_INVERTED", "lower above upper limit: read as the band between them");
    }
  }

  /** Reports two published datums that differ. */
  private static void reportMixed(JsonAt volume, JsonAt lowerDatum, JsonAt upperDatum) {
    String lower = lowerDatum.text();
    String upper = upperDatum.text();
    if (lower != null && upper != null && !lower.equalsIgnoreCase(upper)) {
      volume.info("VERT_MIXED", "lower limit in " + lower + ", upper limit in " + upper);
    }
  }

  /** True when the lower limit is above the upper one. */
  boolean inverted() {
    return comparable() && lower.valueM() > upper.valueM();
  }

  private boolean comparable() {
    return (lower.kind() == Limit.Kind.VALUE || lower.kind() == Limit.Kind.GROUND)
        && upper.kind() == Limit.Kind.VALUE
        && lower.datum() == upper.datum();
  }
}
