package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.airspace.ZoneEvent.ExitReason;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fixes of one agency's tracks into zone events.
 *
 * <p>Single-threaded and without a clock: the same calls give the same events with the same ids.
 * After a crash, {@link #restore} the stored presences and feed the fixes again from any point
 * before the crash; nothing that was decided is decided differently.
 *
 * <p>A fix counts as inside when its position lies in the shape of an active zone and its height
 * does not rule it out; an unknown height is inside and says so in the event. Zones without
 * restriction raise nothing. A fix earlier than the latest one of its track raises nothing.
 */
public final class ZoneMonitor {
  /** Time between two heartbeats of one stay. */
  public static final Duration HEARTBEAT = Duration.ofSeconds(10);

  /** Tracks outside all zones that are remembered. */
  public static final int MAX_TRACKS_OUTSIDE = 100_000;

  private static final Comparator<Verdict> STRICTEST_FIRST =
      Comparator.comparingInt((Verdict v) -> -v.zone().restriction().rank())
          .thenComparing(v -> v.zone().id());

  private final ZoneEvents events;
  private final TrackStates tracks = new TrackStates(MAX_TRACKS_OUTSIDE);
  private ZoneIndex index;

  /**
   * Monitor of one agency.
   *
   * @param agency the agency's id, part of every event id
   * @param index the zones that concern the agency
   */
  public ZoneMonitor(String agency, ZoneIndex index) {
    this.events = new ZoneEvents(agency);
    this.index = index;
  }

  /** Takes over stored presences, before the first fix. */
  public void restore(Collection<Presence> presences) {
    presences.forEach(presence -> tracks.keep(TrackState.of(presence)));
  }

  /** Presence of every track that is inside a zone now, by track id. */
  public List<Presence> listInside() {
    return tracks.listInside().stream().map(TrackState::toPresence).toList();
  }

  /** Evaluates one fix; a sequence that is not above the last one of the track does nothing. */
  public Outcome onFix(Fix fix) {
    TrackState track = tracks.of(fix.trackId());
    if (track.knows(fix.sequence())) {
      return Outcome.NOTHING;
    }
    Instant before = track.advance(fix);
    if (before != null && fix.time().isBefore(before)) {
      return Outcome.NOTHING;
    }
    Map<UUID, Verdict> verdicts = verdicts(fix);
    List<ZoneEvent> exits = exits(track, fix, verdicts);
    List<ZoneEvent> beats = heartbeats(track, fix, before, verdicts);
    List<ZoneEvent> enters = enters(track, fix, verdicts);
    boolean changed = !exits.isEmpty() || !enters.isEmpty();
    exits.addAll(beats);
    exits.addAll(enters);
    return outcome(track, exits, changed);
  }

  /**
   * Ends every stay of a track that is lost.
   *
   * @param sequence of the update that tells the loss; one not above the last does nothing
   * @param at when it counts as lost
   */
  public Outcome onTrackLost(UUID trackId, long sequence, Instant at) {
    TrackState track = tracks.of(trackId);
    if (track.knows(sequence)) {
      return Outcome.NOTHING;
    }
    track.advance(sequence);
    List<ZoneEvent> exits = new ArrayList<>();
    for (Episode episode : track.listEpisodes()) {
      exits.add(close(track, episode, ExitReason.TRACK_LOST, at));
    }
    return outcome(track, exits, !exits.isEmpty());
  }

  /**
   * Replaces the zones and ends the stays in zones that are gone; every other difference shows at
   * the next fix of each track.
   *
   * @param at when the new zones took effect
   */
  public Outcome onZonesChanged(ZoneIndex newIndex, Instant at) {
    index = newIndex;
    List<ZoneEvent> exits = new ArrayList<>();
    List<Presence> changed = new ArrayList<>();
    for (TrackState track : tracks.listInside()) {
      int before = exits.size();
      for (Episode episode : track.listEpisodes()) {
        if (isGone(episode.zoneId())) {
          exits.add(close(track, episode, ExitReason.ZONE_REMOVED, at));
        }
      }
      if (exits.size() > before) {
        tracks.keep(track);
        changed.add(track.toPresence());
      }
    }
    return new Outcome(exits, changed);
  }

  private Outcome outcome(TrackState track, List<ZoneEvent> raised, boolean changed) {
    if (changed) {
      tracks.keep(track);
    }
    return new Outcome(raised, changed ? List.of(track.toPresence()) : List.of());
  }

  /** Verdicts of the zones over which the fix lies and which raise events, strictest first. */
  private Map<UUID, Verdict> verdicts(Fix fix) {
    Map<UUID, Verdict> byZone = new LinkedHashMap<>();
    index.check(fix.position(), fix.heights(), fix.time()).stream()
        .filter(verdict -> verdict.zone().restriction().raisesEvents())
        .sorted(STRICTEST_FIRST)
        .forEach(verdict -> byZone.put(verdict.zone().id(), verdict));
    return byZone;
  }

  private List<ZoneEvent> exits(TrackState track, Fix fix, Map<UUID, Verdict> verdicts) {
    List<ZoneEvent> exits = new ArrayList<>();
    for (Episode episode : track.listEpisodes()) {
      Verdict verdict = verdicts.get(episode.zoneId());
      if (verdict == null || !verdict.inside()) {
        track.close(episode);
        exits.add(events.exit(fix, episode, exitReason(episode, verdict), verdict));
      }
    }
    return exits;
  }

  private ExitReason exitReason(Episode episode, @Nullable Verdict verdict) {
    if (isGone(episode.zoneId())) {
      return ExitReason.ZONE_REMOVED;
    }
    boolean stillThere = verdict != null && verdict.vertical() != VerticalVerdict.OUT;
    return stillThere ? ExitReason.ZONE_INACTIVE : ExitReason.LEFT;
  }

  private boolean isGone(UUID zoneId) {
    return index.findZone(zoneId).filter(zone -> zone.restriction().raisesEvents()).isEmpty();
  }

  private List<ZoneEvent> heartbeats(
      TrackState track, Fix fix, @Nullable Instant before, Map<UUID, Verdict> verdicts) {
    List<ZoneEvent> beats = new ArrayList<>();
    for (Verdict verdict : verdicts.values()) {
      if (track.isIn(verdict.zone().id())) {
        Episode episode = track.episodeIn(verdict.zone().id());
        if (beatsSince(episode, before) != beatsSince(episode, fix.time())) {
          beats.add(events.inside(fix, episode, verdict));
        }
      }
    }
    return beats;
  }

  private static long beatsSince(Episode episode, @Nullable Instant time) {
    if (time == null || time.isBefore(episode.enteredAt())) {
      return 0;
    }
    return Duration.between(episode.enteredAt(), time).dividedBy(HEARTBEAT);
  }

  private List<ZoneEvent> enters(TrackState track, Fix fix, Map<UUID, Verdict> verdicts) {
    List<ZoneEvent> enters = new ArrayList<>();
    for (Verdict verdict : verdicts.values()) {
      if (verdict.inside() && !track.isIn(verdict.zone().id())) {
        ZoneEvent enter = events.enter(fix, verdict);
        track.open(Episode.of(enter));
        enters.add(enter);
      }
    }
    return enters;
  }

  private ZoneEvent close(TrackState track, Episode episode, ExitReason reason, Instant at) {
    track.close(episode);
    return events.exit(track.trackId, episode, reason, at);
  }
}
