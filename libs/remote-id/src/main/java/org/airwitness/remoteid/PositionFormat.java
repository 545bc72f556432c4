package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** A position on the wire: latitude and longitude, 32 bit in 1e-7 degrees, both 0 for unknown. */
final class PositionFormat {
  private PositionFormat() {}

  static void write(@Nullable LatLon position, byte[] bytes, int at) {
    if (position != null) {
      LittleEndian.put32(bytes, at, position.latE7());
      LittleEndian.put32(bytes, at + 4, position.lonE7());
    }
  }
}
