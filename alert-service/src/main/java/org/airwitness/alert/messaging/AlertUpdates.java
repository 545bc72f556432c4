package org.airwitness.alert.messaging;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.airwitness.alert.core.Acknowledgement;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.AlertRecord;
import org.airwitness.alert.core.AlertState;
import org.airwitness.alert.core.Fix;
import org.airwitness.alert.core.Resolution;
import org.airwitness.alert.core.ResolveReason;
import org.airwitness.alert.core.Severity;
import org.airwitness.alert.core.VerticalVerdict;
import org.airwitness.alert.core.Zone;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.AlertSeverity;
import org.airwitness.contract.v1.AlertUpdate;
import org.airwitness.contract.v1.DroneIdType;
import org.airwitness.contract.v1.Identity;
import org.airwitness.contract.v1.Position;
import org.airwitness.contract.v1.Restriction;
import org.airwitness.contract.v1.ZoneExitReason;
import org.airwitness.platform.agency.AgencyId;
import org.jspecify.annotations.Nullable;

/** Alerts as records of the bus, both ways. */
@Singleton
final class AlertUpdates implements AlertRecord {
  private static final double E7 = 1e7;

  @Override
  public byte[] encode(AgencyId agency, Alert alert) {
    AlertUpdate.Builder update =
        AlertUpdate.newBuilder()
            .setAlertId(DeterministicId.toWire(alert.id()))
            .setAgencyId(agency.value())
            .setSequence(alert.sequence())
            .setRule(alert.rule())
            .setState(state(alert.state()))
            .setSeverity(severity(alert.severity()))
            .setTrackId(DeterministicId.toWire(alert.trackId()))
            .setIdentity(identity(alert))
            .setZoneId(DeterministicId.toWire(alert.zone().id()))
            .setZoneName(alert.zone().name())
            .setRestriction(Restriction.valueOf("RESTRICTION_" + alert.zone().restriction()))
            .setVerticalVerdict(verdict(alert.verdict()))
            .setRaisedAtUs(micros(alert.raisedAt()))
            .setRaisedFix(fix(alert.raisedFix()))
            .setLastFix(fix(alert.lastFix()))
            .setCreatedAtUs(micros(alert.createdAt()))
            .setUpdatedAtUs(micros(alert.updatedAt()));
    addEnds(update, alert);
    return update.build().toByteArray();
  }

  private static void addEnds(AlertUpdate.Builder update, Alert alert) {
    Acknowledgement acknowledgement = alert.acknowledgement();
    if (acknowledgement != null) {
      String note = acknowledgement.note();
      update
          .setAcknowledgedAtUs(micros(acknowledgement.at()))
          .setAcknowledgedBy(acknowledgement.by())
          .setAcknowledgeNote(note == null ? "" : note);
    }
    Resolution resolution = alert.resolution();
    if (resolution != null) {
      update
          .setResolvedAtUs(micros(resolution.at()))
          .setResolveReason(ZoneExitReason.valueOf("ZONE_EXIT_REASON_" + resolution.reason()));
    }
  }

  /**
   * Reads an alert.
   *
   * @throws IllegalArgumentException when something it needs is missing or impossible
   */
  static Alert decode(AlertUpdate update) {
    return new Alert(
        DeterministicId.fromWire(update.getAlertId()),
        update.getSequence(),
        update.getRule(),
        update.getSeverity() == AlertSeverity.ALERT_SEVERITY_CRITICAL
            ? Severity.CRITICAL
            : Severity.MAJOR,
        DeterministicId.fromWire(update.getTrackId()),
        ZoneEventDecoder.drone(update.getIdentity()),
        new Zone(
            DeterministicId.fromWire(update.getZoneId()),
            update.getZoneName(),
            ZoneEventDecoder.restriction(update.getRestriction())),
        ZoneEventDecoder.verdict(update.getVerticalVerdict()),
        ZoneEventDecoder.time(update.getRaisedAtUs(), "raised_at_us"),
        ZoneEventDecoder.fix(update.getRaisedFix()),
        ZoneEventDecoder.fix(update.getLastFix()),
        ZoneEventDecoder.time(update.getCreatedAtUs(), "created_at_us"),
        ZoneEventDecoder.time(update.getUpdatedAtUs(), "updated_at_us"),
        acknowledgement(update),
        resolution(update));
  }

  private static @Nullable Acknowledgement acknowledgement(AlertUpdate update) {
    if (!update.hasAcknowledgedAtUs()) {
      return null;
    }
    String note = update.getAcknowledgeNote();
    return new Acknowledgement(
        ZoneEventDecoder.time(update.getAcknowledgedAtUs(), "acknowledged_at_us"),
        update.getAcknowledgedBy(),
        note.isEmpty() ? null : note);
  }

  private static @Nullable Resolution resolution(AlertUpdate update) {
    if (!update.hasResolvedAtUs()) {
      return null;
    }
    ResolveReason reason = ZoneEventDecoder.reason(update.getResolveReason());
    return new Resolution(
        ZoneEventDecoder.time(update.getResolvedAtUs(), "resolved_at_us"), reason);
  }

  private static Identity identity(Alert alert) {
    return Identity.newBuilder()
        .setDroneId(alert.drone().droneId())
        .setType(DroneIdType.valueOf("DRONE_ID_TYPE_" + alert.drone().type()))
        .setUasId(alert.drone().uasId())
        .build();
  }

  private static org.airwitness.contract.v1.AlertState state(AlertState state) {
    return org.airwitness.contract.v1.AlertState.valueOf("ALERT_STATE_" + state);
  }

  private static AlertSeverity severity(Severity severity) {
    return AlertSeverity.valueOf("ALERT_SEVERITY_" + severity);
  }

  private static org.airwitness.contract.v1.VerticalVerdict verdict(VerticalVerdict verdict) {
    return org.airwitness.contract.v1.VerticalVerdict.valueOf("VERTICAL_VERDICT_" + verdict);
  }

  private static org.airwitness.contract.v1.Fix fix(Fix fix) {
    return org.airwitness.contract.v1.Fix.newBuilder()
        .setTimeUs(micros(fix.observedAt()))
        .setPosition(
            Position.newBuilder()
                .setLatE7((int) Math.round(fix.position().latDeg() * E7))
                .setLonE7((int) Math.round(fix.position().lonDeg() * E7)))
        .build();
  }

  private static long micros(Instant instant) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }
}
