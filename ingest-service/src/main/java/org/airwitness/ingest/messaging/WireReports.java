package org.airwitness.ingest.messaging;

import com.google.protobuf.ByteString;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.QuarantineRecord;
import org.airwitness.contract.v1.SensorStatus;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.ReadAs;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Verdict;
import org.airwitness.ingest.core.format.Formats;

/** From status reports and refusals of the core to records of the bus. */
final class WireReports {
  private WireReports() {}

  static SensorStatus status(SensorMessage message, StatusReport report) {
    var wire =
        SensorStatus.newBuilder()
            .setAgencyId(message.sensor().agency().value())
            .setSensorId(message.sensor().sensor())
            .setReportedAtUs(WireObservations.micros(report.reportedAt()))
            .setArrivedAtUs(WireObservations.micros(message.arrivedAt()));
    if (report.state() != null) {
      wire.setState(report.state());
    }
    if (report.firmware() != null) {
      wire.setFirmware(report.firmware());
    }
    if (report.model() != null) {
      wire.setModel(report.model());
    }
    if (report.position() != null) {
      wire.setPosition(position(report.position()));
    }
    addRadio(wire, report);
    return wire.build();
  }

  private static void addRadio(SensorStatus.Builder wire, StatusReport report) {
    if (report.framesHeard() != null) {
      wire.setFramesHeard(report.framesHeard());
    }
    if (report.framesCrcBad() != null) {
      wire.setFramesCrcBad(report.framesCrcBad());
    }
    if (report.clockSource() != null) {
      wire.setClockSource(report.clockSource());
    }
  }

  private static Position position(GeoPoint place) {
    return Position.newBuilder()
        .setLatE7((int) Math.round(place.latDeg() * 1e7))
        .setLonE7((int) Math.round(place.lonDeg() * 1e7))
        .build();
  }

  static QuarantineRecord quarantine(SensorMessage message, Verdict.Quarantined quarantined) {
    Refusal refusal = quarantined.refusal();
    ReadAs readAs = quarantined.readAs();
    int kept = Math.min(refusal.content().length, Formats.MAX_MESSAGE_BYTES);
    var wire =
        QuarantineRecord.newBuilder()
            .setQuarantineId(DeterministicId.toWire(quarantined.id()))
            .setAgencyId(message.sensor().agency().value())
            .setSensorId(message.sensor().sensor())
            .setReason(refusal.reason())
            .setDetail(refusal.located())
            .setArrivedAtUs(WireObservations.micros(message.arrivedAt()))
            .setSource(message.topic())
            .setPayload(ByteString.copyFrom(refusal.content(), 0, kept))
            .setPayloadBytes(refusal.content().length);
    if (refusal.item() != Refusal.WHOLE_MESSAGE) {
      wire.setItem(refusal.item());
    }
    if (readAs != null) {
      wire.setFormat(readAs.format());
    }
    if (readAs != null && readAs.envelope() != null) {
      wire.setEnvelope(ByteString.copyFrom(readAs.envelope()));
    }
    return wire.build();
  }
}
