package org.airwitness.systemtests.driver;

import java.time.Instant;
import java.util.List;
import org.airwitness.remoteid.Classification;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.HourTime;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SimulatedMessages;
import org.airwitness.remoteid.SystemMessage;

/** What a drone broadcasts, as the 25 bytes of each message. */
public final class RemoteId {
  private RemoteId() {}

  public static byte[] basicId(String serial) {
    return RemoteIdEncoder.encode(SimulatedMessages.basicId(serial));
  }

  public static byte[] location(Place place, Instant at) {
    return RemoteIdEncoder.encode(locationOf(place, at));
  }

  public static byte[] system(Place operator, Instant at) {
    return RemoteIdEncoder.encode(
        new SystemMessage(
            SimulatedMessages.VERSION,
            Classification.UNDECLARED,
            new SystemMessage.Operator(OperatorLocationType.LIVE_GNSS, latLon(operator), null),
            SystemMessage.Area.SINGLE_AIRCRAFT,
            SystemMessage.EuLabel.UNDECLARED,
            at));
  }

  public static byte[] operatorId(String id) {
    return RemoteIdEncoder.encode(new OperatorId(SimulatedMessages.VERSION, 0, id));
  }

  /** Identity and location in one message pack. */
  public static byte[] pack(String serial, Place place, Instant at) {
    return RemoteIdEncoder.encodePack(
        SimulatedMessages.VERSION,
        List.of(SimulatedMessages.basicId(serial), locationOf(place, at)));
  }

  private static Location locationOf(Place place, Instant at) {
    return new Location(
        SimulatedMessages.VERSION,
        FlightStatus.AIRBORNE,
        latLon(place),
        new Location.Motion(90.0, 12.0, 0.0),
        new Location.Altitudes(null, 120.0, 60.0, HeightReference.TAKEOFF),
        Location.Accuracies.UNKNOWN,
        HourTime.tenths(at));
  }

  private static LatLon latLon(Place place) {
    return LatLon.ofDegrees(place.latDeg(), place.lonDeg());
  }
}
