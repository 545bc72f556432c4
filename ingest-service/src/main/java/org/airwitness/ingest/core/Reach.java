package org.airwitness.ingest.core;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How far a sensor heard in one direction.
 *
 * @param distanceM over ground
 * @param drone where the drone said it was
 */
public record Reach(double distanceM, GeoPoint drone) {
  /** Sectors of the horizon, 10 degrees each, clockwise from true north. */
  public static final int SECTORS = 36;

  /** Remote ID is not heard from farther away: beyond it the drone's position is not believed. */
  static final double MAX_PLAUSIBLE_M = 100_000;

  private static final double EARTH_RADIUS_M = 6_371_008.8;
  private static final double SECTOR_DEG = 360.0 / SECTORS;

  /** Returns the farthest plausible sighting of each sector; empty without a sensor's position. */
  static Map<Integer, Reach> of(@Nullable GeoPoint sensor, List<Observation> observations) {
    Map<Integer, Reach> farthest = new HashMap<>();
    if (sensor != null) {
      for (Observation observation : observations) {
        GeoPoint drone = plausiblePosition(observation);
        double distanceM = drone == null ? Double.NaN : distanceM(sensor, drone);
        if (drone != null && distanceM <= MAX_PLAUSIBLE_M) {
          farthest.merge(sector(sensor, drone), new Reach(distanceM, drone), Reach::farther);
        }
      }
    }
    return farthest;
  }

  /** A position of a sighting that nothing was odd about. */
  private static @Nullable GeoPoint plausiblePosition(Observation observation) {
    var flight = observation.claim().flight();
    return flight == null || flight.position() == null || !observation.findings().isEmpty()
        ? null
        : GeoPoint.of(flight.position());
  }

  /** Returns the sector a place is in, 0 being from north to 10 degrees east of it. */
  static int sector(GeoPoint from, GeoPoint to) {
    double lat1 = Math.toRadians(from.latDeg());
    double lat2 = Math.toRadians(to.latDeg());
    double dLon = Math.toRadians(to.lonDeg() - from.lonDeg());
    double east = Math.sin(dLon) * Math.cos(lat2);
    double north =
        Math.cos(lat1) * Math.sin(lat2) - Math.sin(lat1) * Math.cos(lat2) * Math.cos(dLon);
    double bearingDeg = (Math.toDegrees(Math.atan2(east, north)) + 360) % 360;
    return (int) (bearingDeg / SECTOR_DEG) % SECTORS;
  }

  /** Returns the distance on a sphere, by the haversine formula; within 0.6 % of the ellipsoid. */
  static double distanceM(GeoPoint from, GeoPoint to) {
    double lat1 = Math.toRadians(from.latDeg());
    double lat2 = Math.toRadians(to.latDeg());
    double dLat = lat2 - lat1;
    double dLon = Math.toRadians(to.lonDeg() - from.lonDeg());
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(lat1) * Math.cos(lat2) * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  Reach farther(Reach other) {
    return other.distanceM > distanceM ? other : this;
  }
}
