package org.airwitness.zone.config;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.airwitness.airspace.height.Egm96;
import org.airwitness.airspace.height.Environment;
import org.airwitness.airspace.height.GroundBounds;
import org.airwitness.airspace.height.NoTerrain;
import org.airwitness.airspace.height.Terrain;
import org.airwitness.zone.terrain.HgtDirectory;
import org.jspecify.annotations.Nullable;

/** Makes the geoid and what is configured of the ground into one. */
@ApplicationScoped
class HeightsSetup {
  @Produces
  @Singleton
  Environment environment(HeightsConfig config) throws IOException {
    Terrain terrain =
        config.terrain().isPresent()
            ? HgtDirectory.open(config.terrain().get(), config.terrainCache())
            : NoTerrain.INSTANCE;
    return new Environment(Egm96.load(), terrain, bounds(config), null);
  }

  private static @Nullable GroundBounds bounds(HeightsConfig config) {
    if (config.lowestGroundM().isPresent() != config.highestGroundM().isPresent()) {
      throw new IllegalArgumentException(
          "airwitness.heights.lowest-ground-m and highest-ground-m are given together or not at"
              + " all");
    }
    return config.lowestGroundM().isPresent()
        ? new GroundBounds(config.lowestGroundM().get(), config.highestGroundM().orElseThrow())
        : null;
  }
}
