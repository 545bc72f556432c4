package org.airwitness.ingest.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airwitness.ingest.core.Reach;
import org.airwitness.ingest.store.SensorStore.SensorRow;
import org.jspecify.annotations.Nullable;

/**
 * How far a sensor heard in each direction, as a GeoJSON feature (RFC 7946): the outline joins the
 * farthest sighting of each sector of 10 degrees, and the sensor where a sector has none.
 *
 * @param geometry null when the sensor's position is not known or it heard nothing
 */
record RangeView(String type, @Nullable Outline geometry, Properties properties) {

  /** A GeoJSON Polygon. */
  record Outline(String type, List<List<double[]>> coordinates) {}

  /**
   * What the outline was made from.
   *
   * @param hours how far back
   * @param declaredRangeM how far the sensor should hear
   */
  record Properties(
      String sensor, int hours, @Nullable Double declaredRangeM, List<Sector> sectors) {}

  /** The farthest sighting between two bearings, degrees clockwise from true north. */
  record Sector(int fromDeg, int toDeg, double distanceM, double lat, double lon) {}

  static RangeView of(SensorRow sensor, Map<Integer, Reach> reach, int hours) {
    List<Sector> sectors = new ArrayList<>();
    int widthDeg = 360 / Reach.SECTORS;
    reach.forEach((sector, farthest) ->
        sectors.add(
            new Sector(
                sector * widthDeg,
                (sector + 1) * widthDeg,
                farthest.distanceM(),
                farthest.drone().latDeg(),
                farthest.drone().lonDeg())));
    return new RangeView(
        "Feature",
        outline(sensor, reach),
        new Properties(sensor.id(), hours, sensor.rangeM(), sectors));
  }

  private static @Nullable Outline outline(SensorRow sensor, Map<Integer, Reach> reach) {
    Double latDeg = sensor.latDeg();
    Double lonDeg = sensor.lonDeg();
    if (latDeg == null || lonDeg == null || reach.isEmpty()) {
      return null;
    }
    List<double[]> ring = new ArrayList<>();
    for (int sector = Reach.SECTORS - 1; sector >= 0; sector--) { // counterclockwise
      Reach farthest = reach.get(sector);
      ring.add(
          farthest == null
              ? new double[] {lonDeg, latDeg}
              : new double[] {farthest.drone().lonDeg(), farthest.drone().latDeg()});
    }
    ring.add(ring.getFirst());
    return new Outline("Polygon", List.of(ring));
  }
}
