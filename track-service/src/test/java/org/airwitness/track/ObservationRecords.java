package org.airwitness.track;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.DroneIdType;
import org.airwitness.contract.v1.Fix;
import org.airwitness.contract.v1.HeightReference;
import org.airwitness.contract.v1.Identity;
import org.airwitness.contract.v1.Observation;
import org.airwitness.contract.v1.Operator;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.Raw;
import org.airwitness.contract.v1.Reception;
import org.airwitness.contract.v1.Transport;

/** Observations as ingest puts them on the bus. */
final class ObservationRecords {
  static final String ADDRESS = "df:72:11:d2:6b:95";

  private ObservationRecords() {}

  static Observation.Builder of(String agency, String sensor, String serial, Instant at) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
    return Observation.newBuilder()
        .setObservationId(DeterministicId.toWire(UUID.randomUUID()))
        .setAgencyId(agency)
        .setSensorAgencyId(agency)
        .setSensorId(sensor)
        .setObservedAtUs(micros)
        .setReceivedAtUs(micros)
        .setArrivedAtUs(micros)
        .setReception(
            Reception.newBuilder()
                .setTransport(Transport.TRANSPORT_BLUETOOTH_LEGACY)
                .setTransmitterAddress(ADDRESS)
                .setRssiDbm(-72))
        .setIdentity(
            Identity.newBuilder()
                .setDroneId("serial:" + serial)
                .setType(DroneIdType.DRONE_ID_TYPE_SERIAL)
                .setUasId(serial)
                .setUaType(2)
                .setOperatorId("FIN87astrdge12k8"))
        .setFix(
            Fix.newBuilder()
                .setTimeUs(micros)
                .setPosition(position(59.9139, 10.7522))
                .setGeodeticAltitudeCm(14_600)
                .setHeightCm(5_250)
                .setHeightReference(HeightReference.HEIGHT_REFERENCE_TAKEOFF)
                .setSpeedMmps(12_250)
                .setCourseCdeg(28_700)
                .setVerticalSpeedMmps(-1_500))
        .setFlightStatus(2)
        .setOperator(Operator.newBuilder().setPosition(position(59.9101, 10.7480)))
        .setRaw(Raw.newBuilder().setFormat("odid").setBytes(ByteString.copyFromUtf8("raw")));
  }

  static Position position(double latDeg, double lonDeg) {
    return Position.newBuilder()
        .setLatE7((int) Math.round(latDeg * 1e7))
        .setLonE7((int) Math.round(lonDeg * 1e7))
        .build();
  }
}
