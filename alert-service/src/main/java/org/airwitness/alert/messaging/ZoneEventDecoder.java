package org.airwitness.alert.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.airwitness.alert.core.Drone;
import org.airwitness.alert.core.DroneIdType;
import org.airwitness.alert.core.Encounter;
import org.airwitness.alert.core.Fix;
import org.airwitness.alert.core.Position;
import org.airwitness.alert.core.ResolveReason;
import org.airwitness.alert.core.Restriction;
import org.airwitness.alert.core.VerticalVerdict;
import org.airwitness.alert.core.Zone;
import org.airwitness.alert.core.ZoneEvent;
import org.airwitness.contract.DeterministicId;

/** Reads zone events and the parts of them that alert updates carry too. */
final class ZoneEventDecoder {
  private static final long LAST_US =
      ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse("9999-01-01T00:00:00Z"));
  private static final double E7 = 1e7;

  private ZoneEventDecoder() {}

  /**
   * Reads an event.
   *
   * @param agency the record's key
   * @throws IllegalArgumentException when something an alert needs is missing or impossible, or the
   *     event is another agency's
   */
  static ZoneEvent decode(String agency, org.airwitness.contract.v1.ZoneEvent wire) {
    require(agency.equals(wire.getAgencyId()), "agency_id differs from the record's key");
    Instant occurredAt = time(wire.getOccurredAtUs(), "occurred_at_us");
    return switch (wire.getType()) {
      case ZONE_EVENT_TYPE_APPROACHING -> new ZoneEvent.Approach(encounter(wire));
      case ZONE_EVENT_TYPE_ENTER, ZONE_EVENT_TYPE_ACTIVATED, ZONE_EVENT_TYPE_INSIDE ->
          new ZoneEvent.Inside(
              encounter(wire), verdict(wire.getVerticalVerdict()), occurredAt, fix(wire.getFix()));
      case ZONE_EVENT_TYPE_CROSS ->
          new ZoneEvent.Crossing(
              encounter(wire), occurredAt, time(wire.getUntilUs(), "until_us"), fix(wire.getFix()));
      case ZONE_EVENT_TYPE_EXIT, ZONE_EVENT_TYPE_CLEARED ->
          exit(wire, reason(wire.getExitReason()), occurredAt);
      case ZONE_EVENT_TYPE_DEACTIVATED -> exit(wire, ResolveReason.ZONE_INACTIVE, occurredAt);
      case ZONE_EVENT_TYPE_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("type is unknown");
    };
  }

  private static ZoneEvent exit(
      org.airwitness.contract.v1.ZoneEvent wire, ResolveReason reason, Instant occurredAt) {
    return new ZoneEvent.Exit(
        encounter(wire),
        reason,
        occurredAt,
        wire.getFix().hasPosition() ? fix(wire.getFix()) : null);
  }

  private static Encounter encounter(org.airwitness.contract.v1.ZoneEvent wire) {
    return new Encounter(
        DeterministicId.fromWire(wire.getTrackId()),
        drone(wire.getIdentity()),
        new Zone(
            DeterministicId.fromWire(wire.getZoneId()),
            text(wire.getZoneName(), "zone_name"),
            restriction(wire.getRestriction())),
        DeterministicId.fromWire(wire.getEpisodeId()));
  }

  static Drone drone(org.airwitness.contract.v1.Identity wire) {
    require(!wire.getDroneId().isEmpty(), "identity.drone_id is missing");
    return new Drone(
        text(wire.getDroneId(), "identity.drone_id"),
        idType(wire.getType()),
        text(wire.getUasId(), "identity.uas_id"));
  }

  private static DroneIdType idType(org.airwitness.contract.v1.DroneIdType wire) {
    return switch (wire) {
      case DRONE_ID_TYPE_SERIAL -> DroneIdType.SERIAL;
      case DRONE_ID_TYPE_CAA -> DroneIdType.CAA;
      case DRONE_ID_TYPE_UTM -> DroneIdType.UTM;
      case DRONE_ID_TYPE_SESSION -> DroneIdType.SESSION;
      case DRONE_ID_TYPE_ADDR -> DroneIdType.ADDR;
      case DRONE_ID_TYPE_DJI -> DroneIdType.DJI;
      case DRONE_ID_TYPE_UNCLASSIFIED, DRONE_ID_TYPE_UNSPECIFIED, UNRECOGNIZED ->
          DroneIdType.UNCLASSIFIED;
    };
  }

  static Restriction restriction(org.airwitness.contract.v1.Restriction wire) {
    return switch (wire) {
      case RESTRICTION_PROHIBITED -> Restriction.PROHIBITED;
      case RESTRICTION_REQ_AUTHORISATION -> Restriction.REQ_AUTHORISATION;
      case RESTRICTION_CONDITIONAL -> Restriction.CONDITIONAL;
      case RESTRICTION_USPACE -> Restriction.USPACE;
      case RESTRICTION_NO_RESTRICTION -> Restriction.NO_RESTRICTION;
      case RESTRICTION_UNSPECIFIED, UNRECOGNIZED ->
          throw new IllegalArgumentException("restriction is unknown");
    };
  }

  /** A height that cannot be judged is no reason to be silent; one that is outside is no event. */
  static VerticalVerdict verdict(org.airwitness.contract.v1.VerticalVerdict wire) {
    return switch (wire) {
      case VERTICAL_VERDICT_IN -> VerticalVerdict.IN;
      case VERTICAL_VERDICT_UNKNOWN, VERTICAL_VERDICT_UNSPECIFIED, UNRECOGNIZED ->
          VerticalVerdict.UNKNOWN;
      case VERTICAL_VERDICT_OUT ->
          throw new IllegalArgumentException("vertical_verdict is OUT for a drone inside");
    };
  }

  /** An exit for a reason of the future is still an exit. */
  static ResolveReason reason(org.airwitness.contract.v1.ZoneExitReason wire) {
    return switch (wire) {
      case ZONE_EXIT_REASON_TRACK_LOST -> ResolveReason.TRACK_LOST;
      case ZONE_EXIT_REASON_ZONE_REMOVED -> ResolveReason.ZONE_REMOVED;
      case ZONE_EXIT_REASON_ZONE_INACTIVE -> ResolveReason.ZONE_INACTIVE;
      case ZONE_EXIT_REASON_ZONE_CHANGED -> ResolveReason.ZONE_CHANGED;
      case ZONE_EXIT_REASON_LEFT,
          ZONE_EXIT_REASON_RECEDED,
          ZONE_EXIT_REASON_UNSPECIFIED,
          UNRECOGNIZED ->
          ResolveReason.LEFT;
    };
  }

  static Fix fix(org.airwitness.contract.v1.Fix wire) {
    require(wire.hasPosition(), "fix.position is missing");
    return new Fix(
        new Position(wire.getPosition().getLatE7() / E7, wire.getPosition().getLonE7() / E7),
        time(wire.getTimeUs(), "fix.time_us"));
  }

  static Instant time(long us, String field) {
    require(us > 0 && us < LAST_US, field + " is not a time between 1970 and 9999");
    return Instant.EPOCH.plus(us, ChronoUnit.MICROS);
  }

  /** PostgreSQL stores every text but one with a NUL character. */
  private static String text(String value, String field) {
    require(value.indexOf(0) < 0, field + " contains a NUL character");
    return value;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
