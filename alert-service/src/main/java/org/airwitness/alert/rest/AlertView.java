package org.airwitness.alert.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.airwitness.alert.core.Acknowledgement;
import org.airwitness.alert.core.Alert;
import org.airwitness.alert.core.Resolution;
import org.jspecify.annotations.Nullable;

/**
 * An alert as the API shows it.
 *
 * @param sequence 1 when raised, one more with every change
 * @param position where it was raised, degrees on WGS-84
 * @param observedAt event time of the fix that raised it
 * @param raisedAt event time of entry
 * @param createdAt wall clock, as {@code updatedAt} and {@code acknowledgedAt}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(
    UUID id,
    long sequence,
    String rule,
    String state,
    String severity,
    UUID trackId,
    String droneId,
    @Nullable String serial,
    UUID zoneId,
    String zoneName,
    String restriction,
    String verticalVerdict,
    PositionView position,
    Instant observedAt,
    Instant raisedAt,
    Instant createdAt,
    Instant updatedAt,
    PositionView lastPosition,
    Instant lastObservedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy,
    @Nullable String acknowledgeNote,
    @Nullable Instant resolvedAt,
    @Nullable String resolveReason) {

  /** Degrees on WGS-84. */
  public record PositionView(double lat, double lon) {
    static PositionView of(org.airwitness.alert.core.Position position) {
      return new PositionView(position.latDeg(), position.lonDeg());
    }
  }

  static AlertView of(Alert alert) {
    Acknowledgement acknowledgement = alert.acknowledgement();
    Resolution resolution = alert.resolution();
    return new AlertView(
        alert.id(),
        alert.sequence(),
        alert.rule(),
        alert.state().name().toLowerCase(Locale.ROOT),
        alert.severity().name().toLowerCase(Locale.ROOT),
        alert.trackId(),
        alert.drone().droneId(),
        alert.drone().serial().orElse(null),
        alert.zone().id(),
        alert.zone().name(),
        alert.zone().restriction().name(),
        alert.verdict().name(),
        PositionView.of(alert.raisedFix().position()),
        alert.raisedFix().observedAt(),
        alert.raisedAt(),
        alert.createdAt(),
        alert.updatedAt(),
        PositionView.of(alert.lastFix().position()),
        alert.lastFix().observedAt(),
        acknowledgement == null ? null : acknowledgement.at(),
        acknowledgement == null ? null : acknowledgement.by(),
        acknowledgement == null ? null : acknowledgement.note(),
        resolution == null ? null : resolution.at(),
        resolution == null ? null : resolution.reason().name());
  }
}
