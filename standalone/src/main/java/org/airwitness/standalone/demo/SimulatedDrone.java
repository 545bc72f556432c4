package org.airwitness.standalone.demo;

import java.time.Instant;
import java.util.List;
import org.airwitness.remoteid.Classification;
import org.airwitness.remoteid.EuCategory;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.SimulatedMessages;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.standalone.demo.LocalPlane.Point;

/**
 * One drone on its round, and what it says of itself over Remote ID.
 *
 * @param serial serial number after CTA-2063-A, with an invented manufacturer
 * @param mac transmitter address
 * @param speedMps speed over ground, kept
 * @param heightM mean height above take-off; it breathes by a tenth
 * @param startM how far on its path it is at the start
 * @param operator where its pilot stands
 * @param periodTicks transmits at each so many ticks of half a second
 * @param packs sends message packs over Wi-Fi; otherwise single rotating messages over Bluetooth 4
 */
record SimulatedDrone(
    String serial,
    String mac,
    FlightPath path,
    double speedMps,
    double heightM,
    double startM,
    Point operator,
    int periodTicks,
    boolean packs) {

  private static final double GROUND_HAE_M = 42;
  private static final double BREATH_S = 40;

  /** Where and how it flies at one time. */
  record State(
      Point point, double heightM, double courseDeg, double speedMps, double verticalSpeedMps) {

    double haeM() {
      return GROUND_HAE_M + heightM;
    }
  }

  /** Its state this many seconds after the start. */
  State at(double seconds) {
    double way = startM + seconds * speedMps;
    double phase = 2 * Math.PI * seconds / BREATH_S;
    double swingM = heightM / 10;
    return new State(
        path.at(way),
        heightM + swingM * Math.sin(phase),
        path.courseDeg(way),
        speedMps,
        swingM * Math.cos(phase) * 2 * Math.PI / BREATH_S);
  }

  /** Everything it says in one pack. */
  List<Message> messages(LocalPlane plane, State state, Instant now) {
    return List.of(
        SimulatedMessages.basicId(serial),
        location(plane, state, now),
        system(plane, now),
        operatorId());
  }

  private Location location(LocalPlane plane, State state, Instant now) {
    return SimulatedMessages.location(
        latLon(plane, state.point()),
        new Location.Motion(state.courseDeg(), state.speedMps(), state.verticalSpeedMps()),
        state.haeM(),
        state.heightM(),
        now);
  }

  private SystemMessage system(LocalPlane plane, Instant now) {
    return new SystemMessage(
        SimulatedMessages.VERSION,
        Classification.EUROPEAN_UNION,
        new SystemMessage.Operator(
            OperatorLocationType.LIVE_GNSS, latLon(plane, operator), GROUND_HAE_M),
        SystemMessage.Area.SINGLE_AIRCRAFT,
        new SystemMessage.EuLabel(EuCategory.OPEN, SystemMessage.EuLabel.UNDECLARED.uasClass()),
        now);
  }

  private OperatorId operatorId() {
    return new OperatorId(
        SimulatedMessages.VERSION, 0, "NORdemo" + serial.substring(serial.length() - 9));
  }

  static LatLon latLon(LocalPlane plane, Point point) {
    return LatLon.ofDegrees(plane.latDeg(point), plane.lonDeg(point));
  }
}
