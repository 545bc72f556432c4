package org.airwitness.standalone.bench;

import java.time.Instant;
import java.util.List;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;

/**
 * One drone of a load: either it circles far from the zone, or it flies straight into it and hovers
 * inside.
 *
 * @param number tells it from the others of the run
 * @param entryS when it crosses the edge of the zone, seconds after the start; infinite for one
 *     that only circles
 */
record LoadDrone(String serialPrefix, int number, double entryS) {

  /** Half the side of the square zone around {@link #ZONE_LAT_DEG}, {@link #ZONE_LON_DEG}. */
  static final double ZONE_HALF_M = 2_000;

  static final double ZONE_LAT_DEG = 58.97;
  static final double ZONE_LON_DEG = 5.73;

  private static final double INTRUDER_MPS = 20;
  private static final double HOVER_INSIDE_M = 600;
  private static final double CIRCLE_MPS = 10;
  private static final double CIRCLE_M = 300;
  private static final double METRES_PER_DEGREE = 111_320;

  boolean isIntruder() {
    return entryS < Double.POSITIVE_INFINITY;
  }

  String serial() {
    return "%s%06d".formatted(serialPrefix, number);
  }

  String mac() {
    return "02:be:%02x:%02x:%02x:%02x"
        .formatted(number >> 24 & 0xFF, number >> 16 & 0xFF, number >> 8 & 0xFF, number & 0xFF);
  }

  /** The message pack it sends at that time. */
  byte[] pack(double seconds, Instant now) {
    List<Message> messages =
        List.of(
            SimulatedMessages.basicId(serial()),
            isIntruder() ? intruder(seconds, now) : circling(seconds, now),
            new OperatorId(SimulatedMessages.VERSION, 0, "NORbench%06d".formatted(number)));
    return RemoteIdEncoder.encodePack(SimulatedMessages.VERSION, messages);
  }

  private Location intruder(double seconds, Instant now) {
    double beyondEdgeM = Math.min((seconds - entryS) * INTRUDER_MPS, HOVER_INSIDE_M);
    double northM = number % 373 * 10 - 1_860.0;
    boolean hovers = beyondEdgeM >= HOVER_INSIDE_M;
    return location(-ZONE_HALF_M + beyondEdgeM, northM, 90, hovers ? 0 : INTRUDER_MPS, now);
  }

  private Location circling(double seconds, Instant now) {
    double angle = seconds * CIRCLE_MPS / CIRCLE_M + number;
    double eastM = 6_000 + number % 100 * 50 + CIRCLE_M * Math.sin(angle);
    double northM = number / 100 % 200 * 50 - 5_000 + CIRCLE_M * Math.cos(angle);
    double courseDeg = Math.floorMod(Math.round(Math.toDegrees(angle)) + 90, 360);
    return location(eastM, northM, courseDeg, CIRCLE_MPS, now);
  }

  private static Location location(
      double eastM, double northM, double courseDeg, double speedMps, Instant now) {
    return SimulatedMessages.location(
        LatLon.ofDegrees(latDeg(northM), lonDeg(eastM)),
        new Location.Motion(courseDeg, speedMps, 0.0),
        120,
        60,
        now);
  }

  static double latDeg(double northM) {
    return ZONE_LAT_DEG + northM / METRES_PER_DEGREE;
  }

  static double lonDeg(double eastM) {
    return ZONE_LON_DEG + eastM / (METRES_PER_DEGREE * Math.cos(Math.toRadians(ZONE_LAT_DEG)));
  }
}
