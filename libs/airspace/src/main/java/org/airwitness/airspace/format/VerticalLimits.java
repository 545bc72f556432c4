package org.airwitness.airspace.format;

import org.airwitness.airspace.Limit;

/** Lower and upper limit of one volume as published, and what is odd about them. */
record VerticalLimits(Limit lower, Limit upper) {
  /** Reports absent, unlimited, flat and inverted limits at the volume. */
  void report(JsonAt volume) {
    if (lower.kind() == Limit.Kind.NOT_STATED) {
      volume.info("VERT_LOWER_ABSENT", "no lower limit: from the ground");
    }
    if (upper.kind() == Limit.Kind.NOT_STATED) {
      volume.info("VERT_UPPER_ABSENT", "no upper limit: unlimited");
    }
    if (upper.kind() == Limit.Kind.UNLIMITED) {
      volume.info("VERT_UNLIMITED", "upper limit " + upper.value() + " read as unlimited");
    }
    if (comparable() && lower.valueM() == upper.valueM()) {
      volume.warn("VERT_FLAT", "lower and upper limit are equal: that height only");
    }
    if (comparable() && lower.valueM() > upper.valueM()) {
      volume.warn("VERT_INVERTED", "lower above upper limit: read as the band between them");
    }
  }

  private boolean comparable() {
    return lower.kind() != Limit.Kind.NOT_STATED
        && upper.kind() == Limit.Kind.VALUE
        && lower.datum() == upper.datum();
  }
}
