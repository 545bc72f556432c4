package org.airwitness.zone.rest;

import org.airwitness.platform.rest.ProblemException;
import org.airwitness.zone.core.Extent;
import org.jspecify.annotations.Nullable;

/** Query parameter {@code bbox}: west, south, east, north in degrees. */
final class BoxParameter {
  private static final String FORM =
      "bbox is west,south,east,north in degrees, for example 23.1,42.5,23.6,42.8: ";

  private BoxParameter() {}

  /**
   * Reads the parameter; the whole world when absent.
   *
   * @throws ProblemException 400 when it is not a box
   */
  static Extent read(@Nullable String bbox) {
    if (bbox == null) {
      return Extent.WORLD;
    }
    String[] edges = bbox.split(",", -1);
    if (edges.length != 4) {
      throw refused("it has %d numbers".formatted(edges.length));
    }
    try {
      return new Extent(degrees(edges[0]), degrees(edges[1]), degrees(edges[2]), degrees(edges[3]));
    } catch (NumberFormatException e) {
      throw refused("not a number, " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static double degrees(String text) {
    return Double.parseDouble(text.strip());
  }

  private static ProblemException refused(String why) {
    return ProblemException.badRequest("bbox", FORM + why);
  }
}
