package org.airwitness.systemtests.driver;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.airwitness.remoteid.BasicId;
import org.airwitness.remoteid.Classification;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.OperatorId;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.RemoteIdEncoder;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.UaType;
import org.airwitness.remoteid.UasId;

/** What a drone broadcasts, as the 25 bytes of each message. */
public final class RemoteId {
  private static final int VERSION = 2;

  private RemoteId() {}

  public static byte[] basicId(String serial) {
    return RemoteIdEncoder.encode(basicIdOf(serial));
  }

  public static byte[] location(Place place, Instant at) {
    return RemoteIdEncoder.encode(locationOf(place, at));
  }

  public static byte[] system(Place operator, Instant at) {
    return RemoteIdEncoder.encode(
        new SystemMessage(
            VERSION,
            Classification.UNDECLARED,
            new SystemMessage.Operator(OperatorLocationType.LIVE_GNSS, latLon(operator), null),
            SystemMessage.Area.SINGLE_AIRCRAFT,
            SystemMessage.EuLabel.UNDECLARED,
            at));
  }

  public static byte[] operatorId(String id) {
    return RemoteIdEncoder.encode(new OperatorId(VERSION, 0, id));
  }

  /** Identity and location in one message pack. */
  public static byte[] pack(String serial, Place place, Instant at) {
    return RemoteIdEncoder.encodePack(VERSION, List.of(basicIdOf(serial), locationOf(place, at)));
  }

  /** Tenths of a second since the full hour, UTC. */
  static int hourTenths(Instant at) {
    var time = at.atOffset(ZoneOffset.UTC);
    return (time.getMinute() * 60 + time.getSecond()) * 10 + time.getNano() / 100_000_000;
  }

  private static BasicId basicIdOf(String serial) {
    return new BasicId(
        VERSION, IdType.SERIAL_NUMBER, UaType.HELICOPTER_OR_MULTIROTOR, new UasId.Text(serial));
  }

  private static Location locationOf(Place place, Instant at) {
    return new Location(
        VERSION,
        FlightStatus.AIRBORNE,
        latLon(place),
        new Location.Motion(90.0, 12.0, 0.0),
        new Location.Altitudes(null, 120.0, 60.0, HeightReference.TAKEOFF),
        Location.Accuracies.UNKNOWN,
        hourTenths(at));
  }

  private static LatLon latLon(Place place) {
    return LatLon.ofDegrees(place.latDeg(), place.lonDeg());
  }
}
