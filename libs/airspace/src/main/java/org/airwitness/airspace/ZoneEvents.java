package org.airwitness.airspace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.airwitness.airspace.ZoneEvent.ExitReason;
import org.jspecify.annotations.Nullable;

/**
 * Maker of one agency's zone events with their ids.
 *
 * <p>An ENTER is told apart by the sequence of its fix, INSIDE and EXIT by the ENTER they belong
 * to; two fixes of the same microsecond never share an event id.
 */
final class ZoneEvents {
  private final String agency;

  ZoneEvents(String agency) {
    this.agency = agency;
  }

  ZoneEvent enter(Fix fix, Verdict verdict) {
    Zone zone = verdict.zone();
    UUID id =
        id(
            ZoneEvent.Type.ENTER,
            fix.trackId(),
            zone.id(),
            fix.time(),
            Long.toString(fix.sequence()));
    Episode episode = new Episode(zone.id(), zone.name(), zone.restriction(), fix.time(), id);
    return atFix(id, ZoneEvent.Type.ENTER, null, fix, episode, verdict);
  }

  ZoneEvent inside(Fix fix, Episode episode, Verdict verdict) {
    UUID id = id(ZoneEvent.Type.INSIDE, fix.trackId(), fix.time(), episode);
    return atFix(id, ZoneEvent.Type.INSIDE, null, fix, episode, verdict);
  }

  ZoneEvent exit(Fix fix, Episode episode, ExitReason reason, @Nullable Verdict verdict) {
    UUID id = id(ZoneEvent.Type.EXIT, fix.trackId(), fix.time(), episode);
    return atFix(id, ZoneEvent.Type.EXIT, reason, fix, episode, verdict);
  }

  /** Exit that no fix caused; its place and height are left open. */
  ZoneEvent exit(UUID trackId, Episode episode, ExitReason reason, Instant at) {
    return new ZoneEvent(
        id(ZoneEvent.Type.EXIT, trackId, at, episode),
        ZoneEvent.Type.EXIT,
        reason,
        trackId,
        episode.zoneId(),
        episode.zoneName(),
        episode.restriction(),
        at,
        null,
        null,
        null,
        false,
        episode.enterEventId());
  }

  private static ZoneEvent atFix(
      UUID id,
      ZoneEvent.Type type,
      @Nullable ExitReason reason,
      Fix fix,
      Episode episode,
      @Nullable Verdict verdict) {
    return new ZoneEvent(
        id,
        type,
        reason,
        fix.trackId(),
        episode.zoneId(),
        episode.zoneName(),
        episode.restriction(),
        fix.time(),
        fix.position(),
        verdict == null ? null : verdict.vertical(),
        verdict == null ? null : verdict.heightMethod(),
        verdict != null && verdict.marginal(),
        episode.enterEventId());
  }

  private UUID id(ZoneEvent.Type type, UUID trackId, Instant time, Episode episode) {
    return id(type, trackId, episode.zoneId(), time, episode.enterEventId().toString());
  }

  private UUID id(ZoneEvent.Type type, UUID trackId, UUID zoneId, Instant time, String cause) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    return StableId.of(
        agency, trackId.toString(), zoneId.toString(), type.name(), Long.toString(micros), cause);
  }
}
