package org.airwitness.ingest.core;

import org.airwitness.remoteid.HeightReference;
import org.jspecify.annotations.Nullable;

/**
 * How high an aircraft is, in metres; each reference is a value of its own and none is made from
 * another.
 *
 * @param pressureM above the 1013.25 hPa surface
 * @param geodeticM above the WGS-84 ellipsoid
 * @param meanSeaLevelM above mean sea level, by whatever geoid the sender uses
 * @param unverifiedM above a surface that the source does not establish
 * @param heightM above what {@code heightReference} names
 * @param heightReference null when the source does not say
 */
public record Altitudes(
    @Nullable Double pressureM,
    @Nullable Double geodeticM,
    @Nullable Double meanSeaLevelM,
    @Nullable Double unverifiedM,
    @Nullable Double heightM,
    @Nullable HeightReference heightReference) {
  public static final Altitudes UNKNOWN = new Altitudes(null, null, null, null, null, null);

  boolean isUnknown() {
    return pressureM == null
        && geodeticM == null
        && meanSeaLevelM == null
        && unverifiedM == null
        && heightM == null;
  }
}
