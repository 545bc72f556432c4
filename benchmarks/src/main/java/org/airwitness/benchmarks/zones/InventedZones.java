package org.airwitness.benchmarks.zones;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.airwitness.airspace.Circle;
import org.airwitness.airspace.Limit;
import org.airwitness.airspace.Polygon;
import org.airwitness.airspace.Restriction;
import org.airwitness.airspace.Ring;
import org.airwitness.airspace.Shape;
import org.airwitness.airspace.Volume;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneKey;
import org.airwitness.airspace.geodesy.Wgs84;

/**
 * Zones with the sizes of published ones: half of the polygons have at most seven vertices and one
 * in a hundred more than 590, extents run from 9 m (one in twenty) over 500 m (half) to 117 km (99
 * in a hundred). One in seven is a circle.
 */
final class InventedZones {
  private static final int COUNT = 3_000;
  private static final double[] SHARES = {0, 0.05, 0.5, 0.99, 1};
  private static final double[] VERTICES = {4, 5, 7, 590, 20_000};
  private static final double[] EXTENTS_M = {5, 9, 500, 117_000, 600_000};

  private InventedZones() {}

  /** The same zones each time. */
  static List<Zone> make() {
    Random random = new Random(91);
    List<Zone> zones = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      double lon = random.nextDouble(5, 25);
      double lat = random.nextDouble(45, 60);
      double radiusM = quantile(EXTENTS_M, random.nextDouble()) / 2;
      Shape shape =
          random.nextInt(7) == 0
              ? new Circle(lon, lat, radiusM)
              : star(lon, lat, radiusM, (int) quantile(VERTICES, random.nextDouble()), random);
      zones.add(zone(new ZoneKey("invented", "", String.valueOf(i), 0), shape));
    }
    return zones;
  }

  /** From the ground to 120 m above it, as most published zones are. */
  private static Zone zone(ZoneKey key, Shape shape) {
    Limit ceiling = Limit.upper(120, Limit.Unit.M, Limit.Datum.AGL);
    return new Zone(
        key.toUuid(),
        key,
        key.identifier(),
        Restriction.PROHIBITED,
        List.of(),
        null,
        List.of(),
        List.of(new Volume(shape, Limit.notStated(), ceiling)),
        "");
  }

  /** Value at a share, between the given ones by the logarithm. */
  private static double quantile(double[] values, double share) {
    int upper = 1;
    while (share > SHARES[upper]) {
      upper++;
    }
    double part = (share - SHARES[upper - 1]) / (SHARES[upper] - SHARES[upper - 1]);
    return values[upper - 1] * Math.pow(values[upper] / values[upper - 1], part);
  }

  /** Simple polygon: vertices at rising angles, their distance from the middle wandering. */
  private static Polygon star(double lon, double lat, double radiusM, int vertices, Random random) {
    double[] lonLat = new double[2 * vertices + 2];
    double part = 0.8;
    for (int i = 0; i < vertices; i++) {
      double angle = 2 * Math.PI * i / vertices;
      part = Math.clamp(part + random.nextDouble(-0.1, 0.1), 0.5, 1);
      lonLat[2 * i] = lon + part * radiusM * Math.cos(angle) / Wgs84.metresPerLonDeg(lat);
      lonLat[2 * i + 1] = lat + part * radiusM * Math.sin(angle) / Wgs84.metresPerLatDeg(lat);
    }
    lonLat[2 * vertices] = lonLat[0];
    lonLat[2 * vertices + 1] = lonLat[1];
    return new Polygon(Ring.ofDegrees(lonLat), List.of());
  }
}
