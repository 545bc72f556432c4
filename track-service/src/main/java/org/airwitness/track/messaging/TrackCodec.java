package org.airwitness.track.messaging;

import static org.airwitness.track.messaging.ObservationCodec.instant;
import static org.airwitness.track.messaging.ObservationCodec.micros;

import com.google.protobuf.ByteString;
import java.util.List;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.TrackStatus;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.tracking.Track;
import org.airwitness.tracking.TrackChange;

/** Writes and reads track updates. */
final class TrackCodec {
  private TrackCodec() {}

  static TrackUpdate encode(AgencyId agency, TrackChange change) {
    Track track = change.track();
    var wire =
        TrackUpdate.newBuilder()
            .setTrackId(DeterministicId.toWire(track.id()))
            .setAgencyId(agency.value())
            .setSequence(track.sequence())
            .setStatus(status(track.status()))
            .setIdentity(ClaimCodec.toWire(track.identity()))
            .setFirstSeenAtUs(micros(track.firstSeenAt()))
            .setLastSeenAtUs(micros(track.lastSeenAt()))
            .setObservationCount(track.observationCount())
            .setFixIsNew(change.newFix())
            .addAllTransmitters(track.transmitters())
            .addAllSensorIds(track.sensors());
    if (track.fix() != null) {
      wire.setFix(ClaimCodec.toWire(track.fix()));
    }
    if (track.previousFix() != null) {
      wire.setPreviousFix(ClaimCodec.toWire(track.previousFix()));
    }
    if (track.flightStatus() != null) {
      wire.setFlightStatus(track.flightStatus());
    }
    if (track.operator() != null) {
      wire.setOperator(ClaimCodec.toWire(track.operator()));
    }
    wire.setObservationId(
        change.observationId() == null
            ? ByteString.EMPTY
            : DeterministicId.toWire(change.observationId()));
    return wire.build();
  }

  static Track decode(TrackUpdate wire) {
    return new Track(
        DeterministicId.fromWire(wire.getTrackId()),
        wire.getSequence(),
        wire.getStatus() == TrackStatus.TRACK_STATUS_LOST ? Track.Status.LOST : Track.Status.LIVE,
        ClaimCodec.identity(wire.getIdentity()),
        List.copyOf(wire.getTransmittersList()),
        instant(wire.getFirstSeenAtUs()),
        instant(wire.getLastSeenAtUs()),
        wire.getObservationCount(),
        wire.hasFix() ? ClaimCodec.fix(wire.getFix()) : null,
        wire.hasPreviousFix() ? ClaimCodec.fix(wire.getPreviousFix()) : null,
        wire.hasFlightStatus() ? wire.getFlightStatus() : null,
        wire.hasOperator() ? ClaimCodec.operator(wire.getOperator()) : null,
        List.copyOf(wire.getSensorIdsList()));
  }

  private static TrackStatus status(Track.Status status) {
    return switch (status) {
      case LIVE -> TrackStatus.TRACK_STATUS_LIVE;
      case LOST -> TrackStatus.TRACK_STATUS_LOST;
    };
  }
}
