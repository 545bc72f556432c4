package org.airwitness.ingest.core;

import org.airwitness.remoteid.LatLon;

/** A place on the WGS-84 ellipsoid. */
public record GeoPoint(double latDeg, double lonDeg) {
  public GeoPoint {
    if (!(Math.abs(latDeg) <= 90)) {
      throw new IllegalArgumentException("lat is a number from -90 to 90");
    }
    if (!(Math.abs(lonDeg) <= 180)) {
      throw new IllegalArgumentException("lon is a number from -180 to 180");
    }
  }

  static GeoPoint of(LatLon position) {
    return new GeoPoint(position.latDeg(), position.lonDeg());
  }
}
