package org.airwitness.zone.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What is known of the ground, for limits above it when a drone does not tell its height. */
@ConfigMapping(prefix = "airwitness.heights")
public interface HeightsConfig {
  /** Directory with SRTM or compatible tiles, {@code N49E011.hgt} or {@code N49E011.hgt.zip}. */
  Optional<Path> terrain();

  /** Where zipped tiles are unpacked to. */
  @WithDefault("${java.io.tmpdir}/airwitness-terrain")
  Path terrainCache();

  /**
   * Lowest ground of the area, metres above mean sea level; with the highest, for want of tiles.
   */
  Optional<Double> lowestGroundM();

  /** Highest ground of the area, metres above mean sea level. */
  Optional<Double> highestGroundM();
}
