package org.airwitness.airspace;

import org.airwitness.airspace.index.ShapeIndex;

/**
 * Zone with its volumes in the index.
 *
 * @param volumes all of the index
 * @param firstVolume number of its first volume
 * @param endVolume number after that of its last
 */
record PlacedZone(
    Zone zone, ShapeIndex shapes, VolumeTable volumes, int firstVolume, int endVolume) {

  /** Distance to the nearest boundary of a volume, negative inside; infinite beyond 5 km. */
  double signedDistanceM(Position position, double withinM) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int volume = firstVolume; volume < endVolume; volume++) {
      nearest = Math.min(nearest, signedDistanceM(volume, position, withinM));
    }
    return nearest;
  }

  double signedDistanceM(int volume, Position position, double withinM) {
    return shapes.signedDistanceM(volume, position.lonDeg(), position.latDeg(), withinM);
  }
}
