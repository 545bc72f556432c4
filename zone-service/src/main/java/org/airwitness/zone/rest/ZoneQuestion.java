package org.airwitness.zone.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Locale;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Limit.Datum;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.height.Geoid;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where and when somebody wants to know what the zones say.
 *
 * @param lon longitude, degrees, -180 to 180
 * @param lat latitude, degrees, -90 to 90
 * @param altitude absent when not known
 * @param time now when absent
 */
record ZoneQuestion(
    @Nullable Double lon,
    @Nullable Double lat,
    @Nullable Altitude altitude,
    @Nullable Instant time) {

  /**
   * A height with the surface it counts from.
   *
   * @param valueM metres, -500 to 50000
   * @param datum above ground, mean sea level (EGM96), the WGS 84 ellipsoid or 1013.25 hPa
   * @param accuracyM how far it may be off, 25 when absent
   */
  record Altitude(@Nullable Double valueM, @Nullable Reference datum, @Nullable Double accuracyM) {
    private static final double LARGEST_ACCURACY_M = 50_000;

    private Height height() {
      if (valueM == null || !Height.of(valueM).plausible()) {
        throw ProblemException.badRequest(
            "altitude.valueM", "altitude.valueM is a number of metres, -500 to 50000");
      }
      if (accuracyM != null && !(accuracyM >= 0 && accuracyM <= LARGEST_ACCURACY_M)) {
        throw ProblemException.badRequest(
            "altitude.accuracyM", "altitude.accuracyM is a number of metres from 0");
      }
      return accuracyM == null ? Height.of(valueM) : new Height(valueM, accuracyM);
    }
  }

  /** Surface by its name in requests. */
  record Reference(Datum datum) {
    @JsonCreator
    static Reference of(String name) {
      try {
        return new Reference(Datum.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw ProblemException.badRequest(
            "altitude.datum", "altitude.datum is AGL, AMSL, WGS84 or STD, not '" + name + "'");
      }
    }
  }

  Position position() {
    if (lon == null || lat == null) {
      throw ProblemException.badRequest(
          lon == null ? "lon" : "lat", "lon and lat are required, degrees");
    }
    try {
      return new Position(lon, lat);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(
          Math.abs(lon) <= 180 ? "lat" : "lon", String.valueOf(e.getMessage()));
    }
  }

  /** The height as a drone would report it: mean sea level becomes the ellipsoid. */
  Heights heights(Geoid geoid) {
    if (altitude == null) {
      return Heights.NONE;
    }
    if (altitude.datum() == null) {
      throw ProblemException.badRequest(
          "altitude.datum", "altitude.datum is required: AGL, AMSL, WGS84 or STD");
    }
    Height height = altitude.height();
    return switch (altitude.datum().datum()) {
      case AGL -> new Heights(null, null, null, height);
      case WGS84 -> new Heights(height, null, null, null);
      case STD -> new Heights(null, height, null, null);
      case AMSL -> new Heights(ellipsoid(height, geoid), null, null, null);
    };
  }

  private Height ellipsoid(Height amsl, Geoid geoid) {
    Position here = position();
    double undulationM = geoid.undulationM(here.lonDeg(), here.latDeg());
    return new Height(amsl.valueM() + undulationM, amsl.accuracyM());
  }
}
