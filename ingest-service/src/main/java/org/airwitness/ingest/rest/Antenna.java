package org.airwitness.ingest.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.core.json.JsonObject;
import org.airwitness.platform.rest.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The antenna of a sensor, as its owner describes it; absent values are not known.
 *
 * @param type in words, for example {@code omnidirectional} or {@code panel}
 * @param gainDbi gain, dBi
 * @param heightM height above ground, metres
 * @param azimuthDeg where a directional one points, degrees clockwise from true north
 * @param beamwidthDeg horizontal width of its beam, degrees
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Antenna(
    @Nullable String type,
    @Nullable Double gainDbi,
    @Nullable Double heightM,
    @Nullable Double azimuthDeg,
    @Nullable Double beamwidthDeg) {
  private static final int MAX_TYPE_CHARS = 100;

  Antenna {
    if (type != null && (type.isBlank() || type.length() > MAX_TYPE_CHARS)) {
      throw ProblemException.badRequest(
          "antenna.type", "antenna.type has 1 to " + MAX_TYPE_CHARS + " characters");
    }
    check("antenna.gainDbi", gainDbi, -30, 60);
    check("antenna.heightM", heightM, 0, 10_000);
    check("antenna.azimuthDeg", azimuthDeg, 0, 360);
    check("antenna.beamwidthDeg", beamwidthDeg, 0, 360);
  }

  private static void check(String field, @Nullable Double value, double least, double most) {
    if (value != null && !(value >= least && value <= most)) {
      throw ProblemException.badRequest(field, "%s is %s to %s".formatted(field, least, most));
    }
  }

  static Antenna of(JsonObject stored) {
    return new Antenna(
        stored.getString("type"),
        stored.getDouble("gainDbi"),
        stored.getDouble("heightM"),
        stored.getDouble("azimuthDeg"),
        stored.getDouble("beamwidthDeg"));
  }

  String toJson() {
    return JsonObject.of(
            "type", type,
            "gainDbi", gainDbi,
            "heightM", heightM,
            "azimuthDeg", azimuthDeg,
            "beamwidthDeg", beamwidthDeg)
        .encode();
  }
}
