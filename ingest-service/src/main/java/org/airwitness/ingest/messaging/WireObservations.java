package org.airwitness.ingest.messaging;

import com.google.protobuf.UnsafeByteOperations;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.DroneIdType;
import org.airwitness.contract.v1.Fix;
import org.airwitness.contract.v1.HeightReference;
import org.airwitness.contract.v1.Identity;
import org.airwitness.contract.v1.Operator;
import org.airwitness.contract.v1.OperatorLocationType;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.Raw;
import org.airwitness.contract.v1.Reception;
import org.airwitness.contract.v1.Transport;
import org.airwitness.ingest.core.Altitudes;
import org.airwitness.ingest.core.Claim;
import org.airwitness.ingest.core.Flight;
import org.airwitness.ingest.core.Named;
import org.airwitness.ingest.core.Observation;
import org.airwitness.remoteid.FlightStatus;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Location;
import org.airwitness.remoteid.SystemMessage;
import org.airwitness.remoteid.identity.DroneId;
import org.jspecify.annotations.Nullable;

/** From observations of the core to records of the bus. */
final class WireObservations {
  private WireObservations() {}

  /** Returns the record without what differs between agencies: id and agency. */
  static org.airwitness.contract.v1.Observation.Builder common(Observation observation) {
    Claim claim = observation.claim();
    var wire =
        org.airwitness.contract.v1.Observation.newBuilder()
            .setSensorAgencyId(observation.sensor().agency().value())
            .setSensorId(observation.sensor().sensor())
            .setReception(reception(observation.reception()))
            .setIdentity(identity(observation.named()))
            .addAllFindings(observation.findings())
            .setRaw(
                Raw.newBuilder()
                    .setFormat(observation.evidence().format())
                    .setBytes(UnsafeByteOperations.unsafeWrap(observation.evidence().bytes())));
    addTimes(wire, observation.times());
    if (claim.flight() != null) {
      addFlight(wire, claim.flight(), observation.times().fixedAt());
    }
    if (claim.operator() != null) {
      addOperator(wire, claim.operator());
    }
    if (claim.home() != null) {
      wire.setHome(position(claim.home()));
    }
    return wire;
  }

  private static void addTimes(
      org.airwitness.contract.v1.Observation.Builder wire, Observation.Times times) {
    wire.setObservedAtUs(micros(times.observedAt())).setArrivedAtUs(micros(times.arrivedAt()));
    if (times.receivedAt() != null) {
      wire.setReceivedAtUs(micros(times.receivedAt()));
    }
    if (times.clockSkew() != null) {
      wire.setClockSkewMs(times.clockSkew().toMillis());
    }
    if (times.droneSkew() != null) {
      wire.setDroneSkewMs(times.droneSkew().toMillis());
    }
  }

  /** Completes the record of one agency. */
  static org.airwitness.contract.v1.Observation copy(
      org.airwitness.contract.v1.Observation.Builder common, Observation.Copy copy) {
    return common
        .setObservationId(DeterministicId.toWire(copy.id()))
        .setAgencyId(copy.agency().value())
        .build();
  }

  private static Reception reception(org.airwitness.ingest.core.Reception reception) {
    var wire = Reception.newBuilder().setTransport(transport(reception.transport()));
    if (reception.address() != null) {
      wire.setTransmitterAddress(reception.address());
    }
    if (reception.rssiDbm() != null) {
      wire.setRssiDbm(reception.rssiDbm());
    }
    if (reception.channel() != null) {
      wire.setChannel(reception.channel());
    }
    if (reception.frequencyKhz() != null) {
      wire.setFrequencyKhz(reception.frequencyKhz());
    }
    if (reception.counter() != null) {
      wire.setCounter(reception.counter());
    }
    return wire.build();
  }

  private static Transport transport(org.airwitness.ingest.core.Transport transport) {
    return switch (transport) {
      case UNKNOWN -> Transport.TRANSPORT_UNSPECIFIED;
      case WIFI_BEACON -> Transport.TRANSPORT_WIFI_BEACON;
      case WIFI_NAN -> Transport.TRANSPORT_WIFI_NAN;
      case BLUETOOTH_LEGACY -> Transport.TRANSPORT_BLUETOOTH_LEGACY;
      case BLUETOOTH_LONG_RANGE -> Transport.TRANSPORT_BLUETOOTH_LONG_RANGE;
      case DJI_WIFI -> Transport.TRANSPORT_DJI_WIFI;
      case DJI_OCUSYNC -> Transport.TRANSPORT_DJI_OCUSYNC;
      case FRENCH_WIFI -> Transport.TRANSPORT_FRENCH_WIFI;
    };
  }

  private static Identity identity(Named named) {
    var wire =
        Identity.newBuilder()
            .setDroneId(named.droneId().text())
            .setType(idType(named.droneId().kind()))
            .setUasId(orEmpty(named.uasId()))
            .setOperatorId(orEmpty(named.operatorId()))
            .setSelfId(orEmpty(named.selfId()));
    if (named.uaType() != null) {
      wire.setUaType(named.uaType().code());
    }
    return wire.build();
  }

  private static DroneIdType idType(DroneId.Kind kind) {
    return switch (kind) {
      case SERIAL -> DroneIdType.DRONE_ID_TYPE_SERIAL;
      case CAA -> DroneIdType.DRONE_ID_TYPE_CAA;
      case UTM -> DroneIdType.DRONE_ID_TYPE_UTM;
      case SESSION -> DroneIdType.DRONE_ID_TYPE_SESSION;
      case UNCLASSIFIED -> DroneIdType.DRONE_ID_TYPE_UNCLASSIFIED;
      case DJI, DJI_HASH -> DroneIdType.DRONE_ID_TYPE_DJI;
      case ADDRESS -> DroneIdType.DRONE_ID_TYPE_ADDR;
    };
  }

  private static void addFlight(
      org.airwitness.contract.v1.Observation.Builder wire, Flight flight, Instant fixedAt) {
    FlightStatus status = flight.status();
    if (status != null && status != FlightStatus.UNDECLARED) {
      wire.setFlightStatus(status.code());
    }
    if (flight.saysSomething()) {
      wire.setFix(fix(flight, fixedAt));
    }
  }

  private static Fix fix(Flight flight, Instant fixedAt) {
    var wire = Fix.newBuilder().setTimeUs(micros(fixedAt));
    LatLon position = flight.position();
    if (position != null) {
      wire.setPosition(position(position));
    }
    addAltitudes(wire, flight.altitudes());
    addMotion(wire, flight.motion());
    addAccuracies(wire, flight.accuracies());
    return wire.build();
  }

  private static void addAltitudes(Fix.Builder wire, Altitudes altitudes) {
    if (altitudes.geodeticM() != null) {
      wire.setGeodeticAltitudeCm(scaled(altitudes.geodeticM(), 100));
    }
    if (altitudes.pressureM() != null) {
      wire.setPressureAltitudeCm(scaled(altitudes.pressureM(), 100));
    }
    if (altitudes.meanSeaLevelM() != null) {
      wire.setMeanSeaLevelAltitudeCm(scaled(altitudes.meanSeaLevelM(), 100));
    }
    if (altitudes.unverifiedM() != null) {
      wire.setUnverifiedAltitudeCm(scaled(altitudes.unverifiedM(), 100));
    }
    if (altitudes.heightM() != null) {
      wire.setHeightCm(scaled(altitudes.heightM(), 100));
      wire.setHeightReference(heightReference(altitudes.heightReference()));
    }
  }

  private static HeightReference heightReference(
      org.airwitness.remoteid.@Nullable HeightReference reference) {
    return switch (reference) {
      case TAKEOFF -> HeightReference.HEIGHT_REFERENCE_TAKEOFF;
      case GROUND -> HeightReference.HEIGHT_REFERENCE_GROUND;
      case null -> HeightReference.HEIGHT_REFERENCE_UNSPECIFIED;
    };
  }

  private static void addMotion(Fix.Builder wire, Location.Motion motion) {
    if (motion.groundSpeedMps() != null) {
      wire.setSpeedMmps(scaled(motion.groundSpeedMps(), 1000));
    }
    if (motion.courseDeg() != null) {
      wire.setCourseCdeg(scaled(motion.courseDeg(), 100) % 36_000);
    }
    if (motion.verticalSpeedMps() != null) {
      wire.setVerticalSpeedMmps(scaled(motion.verticalSpeedMps(), 1000));
    }
  }

  private static void addAccuracies(Fix.Builder wire, Location.Accuracies accuracies) {
    Double horizontalM = accuracies.horizontal() == null ? null : accuracies.horizontal().boundM();
    if (horizontalM != null) {
      wire.setHorizontalAccuracyCm(scaled(horizontalM, 100));
    }
    Double verticalM = accuracies.vertical() == null ? null : accuracies.vertical().boundM();
    if (verticalM != null) {
      wire.setVerticalAccuracyCm(scaled(verticalM, 100));
    }
  }

  private static void addOperator(
      org.airwitness.contract.v1.Observation.Builder wire, SystemMessage.Operator operator) {
    LatLon position = operator.position();
    if (position == null && operator.geodeticAltitudeM() == null) {
      return;
    }
    var place = Operator.newBuilder().setLocationType(locationType(operator.locationType()));
    if (position != null) {
      place.setPosition(position(position));
    }
    if (operator.geodeticAltitudeM() != null) {
      place.setGeodeticAltitudeCm(scaled(operator.geodeticAltitudeM(), 100));
    }
    wire.setOperator(place);
  }

  private static OperatorLocationType locationType(
      org.airwitness.remoteid.@Nullable OperatorLocationType type) {
    return switch (type) {
      case TAKEOFF -> OperatorLocationType.OPERATOR_LOCATION_TYPE_TAKEOFF;
      case LIVE_GNSS -> OperatorLocationType.OPERATOR_LOCATION_TYPE_LIVE_GNSS;
      case FIXED -> OperatorLocationType.OPERATOR_LOCATION_TYPE_FIXED;
      case null -> OperatorLocationType.OPERATOR_LOCATION_TYPE_UNSPECIFIED;
    };
  }

  private static Position position(LatLon position) {
    return Position.newBuilder().setLatE7(position.latE7()).setLonE7(position.lonE7()).build();
  }

  private static int scaled(double value, int scale) {
    return (int) Math.round(value * scale);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  static long micros(Instant time) {
    return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + time.getNano() / 1000;
  }
}
