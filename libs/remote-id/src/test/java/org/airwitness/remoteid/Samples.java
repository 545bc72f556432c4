package org.airwitness.remoteid;

import java.time.Instant;
import java.util.List;

/** Well-formed messages of one invented flight. */
final class Samples {
  static final BasicId BASIC_ID =
      new BasicId(
          2,
          IdType.SERIAL_NUMBER,
          UaType.HELICOPTER_OR_MULTIROTOR,
          new UasId.Text("9ZZ9D0ABCD1234E5F6"));

  static final Location LOCATION =
      new Location(
          2,
          FlightStatus.AIRBORNE,
          LatLon.ofDegrees(59.9139, 10.7522),
          new Location.Motion(287.0, 12.25, -1.5),
          new Location.Altitudes(null, 146.0, 52.5, HeightReference.TAKEOFF),
          new Location.Accuracies(
              HorizontalAccuracy.BELOW_10_M,
              VerticalAccuracy.BELOW_10_M,
              VerticalAccuracy.UNKNOWN,
              SpeedAccuracy.BELOW_1_MPS,
              0.2),
          25_371);

  static final SystemMessage SYSTEM =
      new SystemMessage(
          2,
          Classification.EUROPEAN_UNION,
          new SystemMessage.Operator(
              OperatorLocationType.LIVE_GNSS, LatLon.ofDegrees(59.9101, 10.7480), 135.0),
          SystemMessage.Area.SINGLE_AIRCRAFT,
          new SystemMessage.EuLabel(EuCategory.OPEN, EuClass.C2),
          Instant.parse("2026-03-01T12:00:00Z"));

  static final SelfId SELF_ID = new SelfId(2, 0, "Survey of the river");
  static final OperatorId OPERATOR_ID = new OperatorId(2, 0, "NOR4k7q2m9x0b1cu");

  static final Authentication AUTHENTICATION =
      new Authentication(
          2, 1, 0, new Authentication.Header(0, 17, null), Bytes.copyOf(new byte[17], 0, 17));

  static final List<Message> ALL =
      List.of(BASIC_ID, LOCATION, AUTHENTICATION, SELF_ID, SYSTEM, OPERATOR_ID);

  private Samples() {}
}
