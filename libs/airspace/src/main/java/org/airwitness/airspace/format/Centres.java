package org.airwitness.airspace.format;

import java.util.List;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Volume;

/** Points that stand for shapes. */
final class Centres {
  private static final Position NOWHERE = new Position(0, 0);

  private Centres() {}

  /** Centre of the first volume: of the circle, or of the box around the polygon. */
  static Position centre(List<Volume> volumes) {
    return volumes.isEmpty() ? NOWHERE : centre(volumes.getFirst());
  }

  /** Centre of the circle, or of the box around the polygon. */
  static Position centre(Volume volume) {
    return switch (volume.shape()) {
      case Circle circle -> new Position(circle.lonDeg(), circle.latDeg());
      case Polygon polygon -> centre(polygon.shell());
    };
  }

  private static Position centre(Ring ring) {
    double west = ring.lonDeg(0);
    double east = west;
    double south = ring.latDeg(0);
    double north = south;
    for (int i = 1; i < ring.size(); i++) {
      west = Math.min(west, ring.lonDeg(i));
      east = Math.max(east, ring.lonDeg(i));
      south = Math.min(south, ring.latDeg(i));
      north = Math.max(north, ring.latDeg(i));
    }
    return new Position((west + east) / 2, (south + north) / 2);
  }
}
