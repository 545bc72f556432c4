package org.airwitness.airspace;

import org.jspecify.annotations.Nullable;

/**
 * What a drone reports of its height; each may be absent.
 *
 * @param ellipsoid above the WGS 84 ellipsoid (HAE)
 * @param meanSeaLevel above mean sea level, by whatever geoid the sender uses
 * @param pressure pressure altitude, 1013.25 hPa
 * @param aboveTakeoff above the place of take-off
 * @param takeoff the place of take-off
 * @param aboveGround above the ground below the drone
 */
public record Heights(
    @Nullable Height ellipsoid,
    @Nullable Height meanSeaLevel,
    @Nullable Height pressure,
    @Nullable Height aboveTakeoff,
    @Nullable Position takeoff,
    @Nullable Height aboveGround) {
  /** No height known at all. */
  public static final Heights NONE = new Heights(null, null, null, null);

  /** Without a height above mean sea level and the place of take-off. */
  public Heights(
      @Nullable Height ellipsoid,
      @Nullable Height pressure,
      @Nullable Height aboveTakeoff,
      @Nullable Height aboveGround) {
    this(ellipsoid, null, pressure, aboveTakeoff, null, aboveGround);
  }
}
