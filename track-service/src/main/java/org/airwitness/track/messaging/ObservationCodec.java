package org.airwitness.track.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.Reception;
import org.airwitness.contract.v1.Transport;
import org.airwitness.track.core.Observation;
import org.airwitness.track.core.RawFrame;
import org.airwitness.tracking.Sighting;
import org.jspecify.annotations.Nullable;

/** Reads observations from the wire. */
final class ObservationCodec {
  private ObservationCodec() {}

  /**
   * Turns a wire record into ours.
   *
   * @throws IllegalArgumentException when a field is outside its range
   */
  static Observation decode(org.airwitness.contract.v1.Observation wire) {
    Reception reception = wire.getReception();
    return new Observation(
        sighting(wire),
        wire.getSensorAgencyId(),
        wire.hasReceivedAtUs() ? instant(wire.getReceivedAtUs()) : null,
        instant(wire.getArrivedAtUs()),
        reception.getTransportValue(),
        reception.hasRssiDbm() ? reception.getRssiDbm() : null,
        wire.getFindingsList(),
        new RawFrame(wire.getRaw().getFormat(), wire.getRaw().getBytes().toByteArray()));
  }

  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private static Sighting sighting(org.airwitness.contract.v1.Observation wire) {
    return new Sighting(
        DeterministicId.fromWire(wire.getObservationId()),
        wire.getSensorId(),
        instant(wire.getObservedAtUs()),
        transmitter(wire.getReception()),
        ClaimCodec.identity(wire.getIdentity()),
        wire.hasFix() ? ClaimCodec.fix(wire.getFix()) : null,
        wire.hasFlightStatus() ? wire.getFlightStatus() : null,
        wire.hasOperator() ? ClaimCodec.operator(wire.getOperator()) : null);
  }

  private static @Nullable String transmitter(Reception reception) {
    String address = reception.getTransmitterAddress();
    return address.isEmpty() ? null : name(reception.getTransport()) + "/" + address;
  }

  private static String name(Transport transport) {
    return transport.name().substring("TRANSPORT_".length()).toLowerCase(Locale.ROOT);
  }
}
