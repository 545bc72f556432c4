package org.airwitness.ingest.core.format;

import java.util.List;
import org.airwitness.ingest.core.Altitudes;
import org.airwitness.ingest.core.Claim;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Flight;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.Message;
import org.airwitness.remoteid.OperatorLocationType;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.Rejected;
import org.airwitness.remoteid.RemoteIdDecoder;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.Unreadable;
import org.airwitness.remoteid.dji.DjiDecoded;
import org.airwitness.remoteid.dji.DjiDecoder;
import org.airwitness.remoteid.dji.DjiFlightText;
import org.airwitness.remoteid.dji.DjiRejected;
import org.airwitness.remoteid.dji.DjiState;
import org.airwitness.remoteid.dji.DjiTelemetry;
import org.airwitness.remoteid.french.FrenchDecoder;
import org.airwitness.remoteid.french.FrenchIdentification;
import org.airwitness.remoteid.french.FrenchRejected;
import org.jspecify.annotations.Nullable;

/** Decodes what the air carries into claims, or says why there is none in it. */
final class Payloads {
  private Payloads() {}

  /**
   * What a payload says.
   *
   * @param findings names of what was odd but readable
   */
  record Decoded(Claim claim, List<String> findings) {}

  /** Decodes a Remote ID message or pack. */
  static Decoded remoteId(byte[] payload) throws MalformedException {
    return switch (RemoteIdDecoder.decode(payload)) {
      case Frame frame -> of(readable(frame));
      case Rejected rejected ->
          throw new MalformedException(
              rejected.reason().code(),
              "the frame has no whole message: " + rejected.reason().rule());
    };
  }

  private static Decoded of(Frame frame) {
    return new Decoded(RemoteIdClaims.of(frame), RemoteIdClaims.findings(frame));
  }

  /** Refuses a frame of which no message has a meaning. */
  private static Frame readable(Frame frame) throws MalformedException {
    for (Message message : frame.messages()) {
      if (!(message instanceof Unreadable)) {
        return frame;
      }
    }
    if (frame.messages().isEmpty()) {
      return frame;
    }
    Unreadable first = (Unreadable) frame.messages().getFirst();
    throw new MalformedException(
        first.reason().code(), "no message of the frame has a meaning: " + first.reason().rule());
  }

  /** Decodes a telemetry body of DJI DroneID. */
  static Decoded djiBody(byte[] body) throws MalformedException {
    return dji(DjiDecoder.decodeBody(body));
  }

  /** Decodes an OcuSync frame of DJI DroneID. */
  static Decoded djiOcuSync(byte[] frame) throws MalformedException {
    return dji(DjiDecoder.decodeOcuSync(frame));
  }

  private static Decoded dji(DjiDecoded decoded) throws MalformedException {
    return switch (decoded) {
      case DjiTelemetry telemetry ->
          new Decoded(claim(telemetry), RemoteIdClaims.names(telemetry.findings()));
      case DjiFlightText text ->
          new Decoded(
              new Claim(
                  List.of(new ClaimedId(text.serial(), ClaimedId.Type.DJI)),
                  null,
                  null,
                  null,
                  null,
                  null,
                  text.purpose()),
              RemoteIdClaims.names(text.findings()));
      case DjiRejected rejected ->
          throw refused(
              rejected.reason(),
              rejected.isEmission()
                  ? "DroneID that cannot be decoded, probably encrypted or blank"
                  : "not DroneID of a known layout");
    };
  }

  private static Claim claim(DjiTelemetry telemetry) {
    DjiTelemetry.Altitudes altitudes = telemetry.altitudes();
    DjiTelemetry.Motion motion = telemetry.motion();
    Flight flight =
        new Flight(
            status(telemetry.state()),
            telemetry.position(),
            new Location.Motion(
                motion.courseDeg(), motion.groundSpeedMps(), motion.verticalSpeedMps()),
            new Altitudes(null, null, null, altitudes.meanSeaLevelM(), altitudes.takeoffM(), null),
            Location.Accuracies.UNKNOWN,
            null);
    LatLon pilot = telemetry.appPosition();
    return new Claim(
        ids(telemetry.serial(), ClaimedId.Type.DJI),
        null,
        flight,
        pilot == null
            ? null
            : new SystemMessage.Operator(OperatorLocationType.LIVE_GNSS, pilot, null),
        telemetry.homePosition(),
        null,
        null);
  }

  private static FlightStatus status(DjiState state) {
    return state.isAirborne() ? FlightStatus.AIRBORNE : FlightStatus.GROUND;
  }

  /** Decodes the records of French electronic identification. */
  static Decoded french(byte[] records) throws MalformedException {
    return switch (FrenchDecoder.decode(records)) {
      case FrenchIdentification french ->
          new Decoded(claim(french), RemoteIdClaims.names(french.findings()));
      case FrenchRejected rejected -> throw refused(rejected.reason(), "no record could be read");
    };
  }

  private static Claim claim(FrenchIdentification french) {
    Integer altitudeM = french.altitudeAmslM();
    Integer heightM = french.heightM();
    Flight flight =
        new Flight(
            null,
            french.position(),
            new Location.Motion(real(french.courseDeg()), real(french.groundSpeedMps()), null),
            new Altitudes(
                null,
                null,
                real(altitudeM),
                null,
                real(heightM),
                heightM == null ? null : HeightReference.TAKEOFF),
            Location.Accuracies.UNKNOWN,
            null);
    String serial = french.serial();
    return new Claim(
        serial == null
            ? ids(french.frenchId(), ClaimedId.Type.UNTYPED)
            : ids(serial, ClaimedId.Type.SERIAL),
        null,
        flight,
        null,
        french.takeoffPosition(),
        null,
        null);
  }

  private static @Nullable Double real(@Nullable Integer value) {
    return value == null ? null : value.doubleValue();
  }

  private static List<ClaimedId> ids(@Nullable String text, ClaimedId.Type type) {
    return text == null || text.isBlank() ? List.of() : List.of(new ClaimedId(text, type));
  }

  private static MalformedException refused(Reason reason, String detail) {
    return new MalformedException(reason.code(), detail + ": " + reason.rule());
  }
}
