package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** A position on the wire: latitude and longitude, 32 bit in 1e-7 degrees, both 0 for unknown. */
final class PositionFormat {
  private PositionFormat() {}

  static boolean isPosition(int latE7, int lonE7) {
    return (latE7 != 0 || lonE7 != 0)
        && latE7 >= -Ranges.MAX_LATITUDE_E7
        && latE7 <= Ranges.MAX_LATITUDE_E7
        && lonE7 >= -Ranges.MAX_LONGITUDE_E7
        && lonE7 <= Ranges.MAX_LONGITUDE_E7;
  }

  static void write(@Nullable LatLon position, byte[] bytes, int at) {
    if (position != null) {
      LittleEndian.put32(bytes, at, position.latE7());
      LittleEndian.put32(bytes, at + 4, position.lonE7());
    }
  }
}
