package org.airwitness.zone.messaging;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.airwitness.airspace.HeightMethod;
import org.airwitness.contract.DeterministicId;
import org.airwitness.contract.v1.Restriction;
import org.airwitness.contract.v1.TrackUpdate;
import org.airwitness.contract.v1.VerticalVerdict;
import org.airwitness.contract.v1.ZoneEvent;
import org.airwitness.contract.v1.ZoneEventLevel;
import org.airwitness.contract.v1.ZoneEventType;
import org.airwitness.contract.v1.ZoneExitReason;
import org.airwitness.platform.agency.AgencyId;

/** Writes zone events for the bus. */
final class ZoneEventEncoder {
  private ZoneEventEncoder() {}

  /**
   * Returns the record of an event.
   *
   * @param sighting who the track is and where it was last
   */
  static ZoneEvent encode(
      AgencyId agency, org.airwitness.airspace.ZoneEvent event, TrackUpdate sighting) {
    var record =
        ZoneEvent.newBuilder()
            .setEventId(DeterministicId.toWire(event.eventId()))
            .setAgencyId(agency.value())
            .setType(type(event.type()))
            .setLevel(level(event.level()))
            .setTrackId(DeterministicId.toWire(event.trackId()))
            .setIdentity(sighting.getIdentity())
            .setZoneId(DeterministicId.toWire(event.zoneId()))
            .setZoneName(event.zoneName())
            .setRestriction(restriction(event.restriction()))
            .setEpisodeId(DeterministicId.toWire(event.enterEventId()))
            .setOccurredAtUs(micros(event.time()));
    if (event.reason() != null) {
      record.setExitReason(exitReason(event.reason()));
    }
    if (event.until() != null) {
      record.setUntilUs(micros(event.until()));
    }
    if (event.timeToEntry() != null) {
      record.setTimeToEntryMs(Math.toIntExact(event.timeToEntry().toMillis()));
    }
    if (sighting.hasFix()) {
      record.setFix(sighting.getFix());
    }
    if (event.vertical() != null) {
      record.setVerticalVerdict(verdict(event.vertical()));
    }
    if (event.heightMethod() != null) {
      record.setHeightMethod(method(event.heightMethod()));
    }
    return record.build();
  }

  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static String method(HeightMethod method) {
    return method.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static ZoneEventType type(org.airwitness.airspace.ZoneEvent.Type type) {
    return switch (type) {
      case APPROACHING -> ZoneEventType.ZONE_EVENT_TYPE_APPROACHING;
      case ENTER -> ZoneEventType.ZONE_EVENT_TYPE_ENTER;
      case ACTIVATED -> ZoneEventType.ZONE_EVENT_TYPE_ACTIVATED;
      case INSIDE -> ZoneEventType.ZONE_EVENT_TYPE_INSIDE;
      case EXIT -> ZoneEventType.ZONE_EVENT_TYPE_EXIT;
      case CROSS -> ZoneEventType.ZONE_EVENT_TYPE_CROSS;
      case DEACTIVATED -> ZoneEventType.ZONE_EVENT_TYPE_DEACTIVATED;
      case CLEARED -> ZoneEventType.ZONE_EVENT_TYPE_CLEARED;
    };
  }

  private static ZoneEventLevel level(org.airwitness.airspace.ZoneEvent.Level level) {
    return switch (level) {
      case INFO -> ZoneEventLevel.ZONE_EVENT_LEVEL_INFO;
      case ALERT -> ZoneEventLevel.ZONE_EVENT_LEVEL_ALERT;
    };
  }

  private static ZoneExitReason exitReason(org.airwitness.airspace.ZoneEvent.ClearReason reason) {
    return switch (reason) {
      case LEFT -> ZoneExitReason.ZONE_EXIT_REASON_LEFT;
      case TRACK_LOST -> ZoneExitReason.ZONE_EXIT_REASON_TRACK_LOST;
      case ZONE_REMOVED -> ZoneExitReason.ZONE_EXIT_REASON_ZONE_REMOVED;
      case DEACTIVATED -> ZoneExitReason.ZONE_EXIT_REASON_ZONE_INACTIVE;
      case ZONE_CHANGED -> ZoneExitReason.ZONE_EXIT_REASON_ZONE_CHANGED;
      case RECEDED -> ZoneExitReason.ZONE_EXIT_REASON_RECEDED;
    };
  }

  private static Restriction restriction(org.airwitness.airspace.Restriction restriction) {
    return switch (restriction) {
      case PROHIBITED -> Restriction.RESTRICTION_PROHIBITED;
      case REQ_AUTHORISATION -> Restriction.RESTRICTION_REQ_AUTHORISATION;
      case CONDITIONAL -> Restriction.RESTRICTION_CONDITIONAL;
      case USPACE -> Restriction.RESTRICTION_USPACE;
      case NO_RESTRICTION -> Restriction.RESTRICTION_NO_RESTRICTION;
    };
  }

  private static VerticalVerdict verdict(org.airwitness.airspace.VerticalVerdict verdict) {
    return switch (verdict) {
      case IN -> VerticalVerdict.VERTICAL_VERDICT_IN;
      case UNKNOWN -> VerticalVerdict.VERTICAL_VERDICT_UNKNOWN;
      case OUT -> VerticalVerdict.VERTICAL_VERDICT_OUT;
    };
  }
}
