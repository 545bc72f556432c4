package org.airwitness.airspace.height;

import org.jspecify.annotations.Nullable;

/**
 * What is known of a site besides what a drone reports.
 *
 * @param groundBounds in place of a terrain, null when not declared
 * @param qnh null when not known
 */
public record Environment(
    Geoid geoid, Terrain terrain, @Nullable GroundBounds groundBounds, @Nullable Qnh qnh) {
  /** Nothing is known: heights count in the datum they are reported in. */
  public static final Environment NONE = of(Geoid.NONE);

  /** Only the geoid is known. */
  public static Environment of(Geoid geoid) {
    return new Environment(geoid, NoTerrain.INSTANCE, null, null);
  }
}
