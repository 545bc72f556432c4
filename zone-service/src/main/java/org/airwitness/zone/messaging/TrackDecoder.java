package org.airwitness.zone.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.airwitness.airspace.Fix;
import org.airwitness.airspace.Height;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.PreviousFix;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.HeightReference;
import org.airwitness.contract.v1.Operator;
import org.airwitness.contract.v1.OperatorLocationType;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.trace.BatchSpans;
import org.airwitness.zone.core.TrackChange;
import org.airwitness.zone.core.TrackChange.Lost;
import org.airwitness.zone.core.TrackChange.Moved;
import org.airwitness.zone.core.TrackChange.Unmoved;
import org.airwitness.zone.ops.ZoneMetrics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads records of the tracks topic; one that makes no sense is counted, logged and left out. */
final class TrackDecoder {
  private static final Logger LOG = Logger.getLogger(TrackDecoder.class);
  private static final double CENTI = 100;
  private static final double E7 = 1e7;

  private final ZoneMetrics metrics;

  TrackDecoder(ZoneMetrics metrics) {
    this.metrics = metrics;
  }

  List<TrackRecord> decode(List<ConsumerRecord<String, TrackUpdate>> records, BatchSpans spans) {
    List<TrackRecord> decoded = new ArrayList<>(records.size());
    for (ConsumerRecord<String, TrackUpdate> record : records) {
      try {
        decoded.add(decode(record, spans));
      } catch (IllegalArgumentException e) {
        metrics.malformedRecord();
        LOG.warnf(
            "Record at offset %d of %s-%d left out: %s",
            record.offset(), record.topic(), record.partition(), e.getMessage());
      }
    }
    return decoded;
  }

  static TrackRecord decode(ConsumerRecord<String, TrackUpdate> record, BatchSpans spans) {
    TrackUpdate update = record.value();
    if (update == null) {
      throw new IllegalArgumentException("it does not parse as a track update");
    }
    AgencyId agency = new AgencyId(update.getAgencyId());
    if (!agency.value().equals(record.key())) {
      throw new IllegalArgumentException("its key is not its agency");
    }
    UUID trackId = DeterministicId.fromWire(update.getTrackId());
    TrackChange change = change(trackId, update);
    return new TrackRecord(agency, trackId, update, change, spans.begin(record, agency));
  }

  private static TrackChange change(UUID trackId, TrackUpdate update) {
    return switch (update.getStatus()) {
      case TRACK_STATUS_LOST -> new Lost(trackId, update.getSequence(), lostAt(update));
      case TRACK_STATUS_LIVE ->
          update.getFixIsNew() && update.getFix().hasPosition()
              ? new Moved(fix(trackId, update))
              : new Unmoved();
      case TRACK_STATUS_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("its status is unknown");
    };
  }

  /** The last sign of life: the loss is never before the last fix. */
  private static Instant lostAt(TrackUpdate update) {
    return instant(Math.max(update.getLastSeenAtUs(), update.getFix().getTimeUs()));
  }

  private static Fix fix(UUID trackId, TrackUpdate update) {
    return new Fix(
        trackId,
        update.getSequence(),
        instant(update.getFix().getTimeUs()),
        position(update.getFix()),
        horizontalAccuracyM(update.getFix()),
        heights(update.getFix(), update.getOperator()),
        previous(update));
  }

  private static @Nullable PreviousFix previous(TrackUpdate update) {
    var before = update.getPreviousFix();
    return before.hasPosition()
        ? new PreviousFix(
            instant(before.getTimeUs()), position(before), heights(before, update.getOperator()))
        : null;
  }

  private static Position position(org.airwitness.contract.v1.Fix fix) {
    return position(fix.getPosition());
  }

  private static Position position(org.airwitness.contract.v1.Position position) {
    return new Position(position.getLonE7() / E7, position.getLatE7() / E7);
  }

  private static double horizontalAccuracyM(org.airwitness.contract.v1.Fix fix) {
    return fix.hasHorizontalAccuracyCm() ? fix.getHorizontalAccuracyCm() / CENTI : Double.NaN;
  }

  private static Heights heights(org.airwitness.contract.v1.Fix fix, Operator operator) {
    HeightReference reference = fix.getHeightReference();
    Height height = fix.hasHeightCm() ? Height.of(fix.getHeightCm() / CENTI) : null;
    return new Heights(
        fix.hasGeodeticAltitudeCm() ? height(fix.getGeodeticAltitudeCm(), fix) : null,
        fix.hasMeanSeaLevelAltitudeCm() ? height(fix.getMeanSeaLevelAltitudeCm(), fix) : null,
        fix.hasPressureAltitudeCm() ? Height.of(fix.getPressureAltitudeCm() / CENTI) : null,
        reference == HeightReference.HEIGHT_REFERENCE_TAKEOFF ? height : null,
        takeoff(operator),
        reference == HeightReference.HEIGHT_REFERENCE_GROUND ? height : null);
  }

  private static @Nullable Position takeoff(Operator operator) {
    return operator.hasPosition()
            && operator.getLocationType() == OperatorLocationType.OPERATOR_LOCATION_TYPE_TAKEOFF
        ? position(operator.getPosition())
        : null;
  }

  private static Height height(int altitudeCm, org.airwitness.contract.v1.Fix fix) {
    double altitudeM = altitudeCm / CENTI;
    return fix.hasVerticalAccuracyCm()
        ? new Height(altitudeM, fix.getVerticalAccuracyCm() / CENTI)
        : Height.of(altitudeM);
  }

  static Instant instant(long epochMicros) {
    return Instant.EPOCH.plus(epochMicros, ChronoUnit.MICROS);
  }
}
