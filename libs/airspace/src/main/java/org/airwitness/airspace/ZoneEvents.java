package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.ZoneEvent.Level;
import org.airwitness.airspace.ZoneEvent.Type;
import org.jspecify.annotations.Nullable;

/**
 * Maker of one agency's zone events with their ids.
 *
 * <p>An event that begins something is told apart by the sequence of its fix, ACTIVATED by the
 * window edge alone, every other by the episode it belongs to; two fixes of the same microsecond
 * never share an event id.
 */
final class ZoneEvents {
  private final String agency;

  ZoneEvents(String agency) {
    this.agency = agency;
  }

  /** Begin of an approach or a stay: APPROACHING, ENTER or ACTIVATED. */
  ZoneEvent begin(Type type, Encounter seen, Instant time, @Nullable Duration timeToEntry) {
    UUID id = idOfBegin(type, seen, time);
    return of(id, type, null, seen, name(seen), time, null, timeToEntry, id);
  }

  ZoneEvent cross(Encounter seen, TimeWindow passage) {
    UUID id = idOfBegin(Type.CROSS, seen, passage.from());
    return of(id, Type.CROSS, null, seen, name(seen), passage.from(), passage.to(), null, id);
  }

  ZoneEvent inside(Encounter seen, Episode episode) {
    return later(Type.INSIDE, null, seen, episode, seen.fix().time());
  }

  ZoneEvent exit(Encounter seen, Episode episode, Instant time) {
    return later(Type.EXIT, ClearReason.LEFT, seen, episode, time);
  }

  ZoneEvent deactivated(Encounter seen, Episode episode, Instant time) {
    return later(Type.DEACTIVATED, null, seen, episode, time);
  }

  ZoneEvent cleared(Encounter seen, Episode episode, ClearReason reason, Instant time) {
    return later(Type.CLEARED, reason, seen, episode, time);
  }

  /** The zone stopped applying and no fix has come since; height is left open. */
  ZoneEvent deactivated(UUID trackId, @Nullable Position position, Episode episode, Instant at) {
    return unseen(Type.DEACTIVATED, null, trackId, position, episode, at);
  }

  /** End of an episode by something else than a fix over the zone; height is left open. */
  ZoneEvent cleared(
      UUID trackId, @Nullable Position position, Episode episode, ClearReason reason, Instant at) {
    return unseen(Type.CLEARED, reason, trackId, position, episode, at);
  }

  private ZoneEvent unseen(
      Type type,
      @Nullable ClearReason reason,
      UUID trackId,
      @Nullable Position position,
      Episode episode,
      Instant at) {
    UUID episodeId = episode.enterEventId();
    return new ZoneEvent(
        id(type, trackId, episode.zoneId(), at, episodeId.toString()),
        type,
        Level.ALERT,
        reason,
        trackId,
        episode.zoneId(),
        episode.zoneName(),
        episode.restriction(),
        at,
        null,
        null,
        position,
        null,
        null,
        false,
        episodeId);
  }

  /** What an event says of its zone. */
  private record Named(String name, Restriction restriction) {}

  private static Named name(Encounter seen) {
    return new Named(seen.zone().name(), seen.zone().restriction());
  }

  private ZoneEvent later(
      Type type, @Nullable ClearReason reason, Encounter seen, Episode episode, Instant time) {
    UUID episodeId = episode.enterEventId();
    UUID id = id(type, seen.fix().trackId(), episode.zoneId(), time, episodeId.toString());
    Named named = new Named(episode.zoneName(), episode.restriction());
    return of(id, type, reason, seen, named, time, null, null, episodeId);
  }

  private static ZoneEvent of(
      UUID id,
      Type type,
      @Nullable ClearReason reason,
      Encounter seen,
      Named named,
      Instant time,
      @Nullable Instant until,
      @Nullable Duration timeToEntry,
      UUID episodeId) {
    Verdict verdict = seen.verdict();
    return new ZoneEvent(
        id,
        type,
        level(seen),
        reason,
        seen.fix().trackId(),
        seen.zone().id(),
        named.name(),
        named.restriction(),
        time,
        until,
        timeToEntry,
        seen.fix().position(),
        verdict == null ? null : verdict.vertical(),
        verdict == null ? null : verdict.heightMethod(),
        verdict != null && verdict.marginal(),
        episodeId);
  }

  private static Level level(Encounter seen) {
    Verdict verdict = seen.verdict();
    boolean unknown = verdict != null && verdict.vertical() == VerticalVerdict.UNKNOWN;
    return unknown && seen.zone().unknownHeight() == UnknownHeight.INFORM
        ? Level.INFO
        : Level.ALERT;
  }

  /** A window opens once at one time, whichever fix shows it; two fixes may share a time. */
  private UUID idOfBegin(Type type, Encounter seen, Instant time) {
    Fix fix = seen.fix();
    String cause = type == Type.ACTIVATED ? "" : Long.toString(fix.sequence());
    return id(type, fix.trackId(), seen.zone().id(), time, cause);
  }

  private UUID id(Type type, UUID trackId, UUID zoneId, Instant time, String cause) {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, time);
    return StableId.of(
        agency, trackId.toString(), zoneId.toString(), type.name(), Long.toString(micros), cause);
  }
}
