package org.airwitness.track.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.airwitness.tracking.Fix;
import org.airwitness.tracking.Identity.IdType;
import org.airwitness.tracking.OperatorPosition;
import org.airwitness.tracking.Track;
import org.jspecify.annotations.Nullable;

/**
 * A track as the API shows it; what is unknown, or not for the caller, is left out.
 *
 * @param mac address of the transmitter last heard for the first time
 * @param flightStatus ASTM F3411 operational status
 * @param operatorPosition and {@code operatorId}: personal data, for investigators alone
 * @param positionAt event time of the position
 */
public record TrackView(
    UUID id,
    String droneId,
    String idType,
    @Nullable String serial,
    @Nullable String mac,
    @Nullable Integer uaType,
    String status,
    @Nullable String flightStatus,
    @JsonUnwrapped MotionView motion,
    @Nullable Double horizontalAccuracyM,
    @Nullable Double verticalAccuracyM,
    @Nullable PositionView operatorPosition,
    @Nullable String operatorPositionKind,
    @Nullable String operatorId,
    @Nullable String selfId,
    List<String> sensors,
    Instant firstSeenAt,
    Instant lastSeenAt,
    @Nullable Instant positionAt,
    long observationCount,
    long sequence) {
  private static final List<String> FLIGHT_STATUS =
      List.of("undeclared", "ground", "airborne", "emergency", "remote-id-failure");

  /** Shows a track to somebody who may or may not see pilots. */
  static TrackView of(Track track, boolean showPilot) {
    Fix fix = track.fix();
    OperatorPosition pilot = showPilot ? track.operator() : null;
    return new TrackView(
        track.id(),
        track.identity().droneId(),
        lower(track.identity().type()),
        track.identity().type() == IdType.SERIAL ? afterColon(track.identity().droneId()) : null,
        mac(track.transmitters()),
        track.identity().uaType(),
        lower(track.status()),
        flightStatus(track.flightStatus()),
        MotionView.of(fix),
        fix == null ? null : fix.horizontalAccuracyM(),
        fix == null ? null : fix.verticalAccuracyM(),
        pilot == null ? null : new PositionView(pilot.latDeg(), pilot.lonDeg()),
        pilot == null ? null : lower(pilot.kind()),
        showPilot ? track.identity().operatorId() : null,
        track.identity().selfId(),
        track.sensors(),
        track.firstSeenAt(),
        track.lastSeenAt(),
        fix == null ? null : fix.time(),
        track.observationCount(),
        track.sequence());
  }

  static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static @Nullable String flightStatus(@Nullable Integer code) {
    return code == null || code >= FLIGHT_STATUS.size() ? null : FLIGHT_STATUS.get(code);
  }

  private static @Nullable String mac(List<String> transmitters) {
    if (transmitters.isEmpty()) {
      return null;
    }
    String last = transmitters.getLast();
    return last.substring(last.indexOf('/') + 1);
  }

  private static String afterColon(String droneId) {
    return droneId.substring(droneId.indexOf(':') + 1);
  }
}
