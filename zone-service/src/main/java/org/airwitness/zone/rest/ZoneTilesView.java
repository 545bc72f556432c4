package org.airwitness.zone.rest;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.airwitness.zone.core.Extent;
import org.jspecify.annotations.Nullable;

/**
 * All tiles of an agency's zones (TileJSON 3.0).
 *
 * @param bounds west, south, east and north of all zones in force, absent when there is none
 */
@RegisterForReflection
record ZoneTilesView(
    String tilejson, List<String> tiles, int minzoom, int maxzoom, @Nullable List<Double> bounds) {
  private static final int MAX_ZOOM = 22;

  static ZoneTilesView of(@Nullable Extent extent) {
    return new ZoneTilesView(
        "3.0.0",
        List.of("/api/v1/zones/tiles/{z}/{x}/{y}.mvt"),
        0,
        MAX_ZOOM,
        extent == null
            ? null
            : List.of(
                extent.minLonDeg(), extent.minLatDeg(), extent.maxLonDeg(), extent.maxLatDeg()));
  }
}
