package org.airwitness.airspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.height.Environment;
import org.jspecify.annotations.Nullable;

/**
 * Turns the fixes of one agency's tracks into zone events.
 *
 * <p>Single-threaded and without a clock: the same calls give the same events with the same ids.
 * After a crash, {@link #restore} the stored presences and feed the fixes again from any point
 * before the crash; nothing that was decided is decided differently.
 *
 * <p>A fix counts as inside when its position lies in the shape of an active zone and its height
 * does not rule it out; an unknown height is inside and says so in the event. A stay ends when
 * several fixes in a row lie farther outside than the position may be off. Between two fixes that
 * are near in time and place the track is taken to have flown straight. When zones change, or begin
 * or cease to apply, a track that was heard lately is taken to be where it was last. Zones without
 * restriction raise nothing. A fix earlier than the latest one of its track raises nothing.
 */
public final class ZoneMonitor {
  /** Tracks outside all zones that are remembered. */
  public static final int MAX_TRACKS_OUTSIDE = 100_000;

  private final ZoneEvents events;
  private final ZoneSteps steps;
  private final Encounters encounters;
  private final StandingTracks standing;
  private final TrackStates tracks = new TrackStates(MAX_TRACKS_OUTSIDE);
  private ZoneIndex index;

  /**
   * Monitor of one agency.
   *
   * @param agency the agency's id, part of every event id
   * @param index the zones that concern the agency
   * @param environment what is known of the place besides what drones report
   */
  public ZoneMonitor(
      String agency, ZoneIndex index, Environment environment, MonitorSettings settings) {
    this.events = new ZoneEvents(agency);
    this.steps = new ZoneSteps(events, settings);
    this.encounters = new Encounters(environment, settings);
    this.standing = new StandingTracks(events, steps, encounters, settings);
    this.index = index;
  }

  /** Takes over stored presences, before the first fix. */
  public void restore(Collection<Presence> presences) {
    presences.forEach(presence -> tracks.keep(TrackState.of(presence)));
  }

  /** Presence of every track that is inside a zone or approaches one now, by track id. */
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
    List<Episode> former = track.listEpisodes();
    List<ZoneEvent> raised = new ArrayList<>();
    // Zones of presences stored long ago can be gone without being told.
    endGone(track, fix.position(), fix.time(), raised);
    for (Encounter seen : encounters.of(index, track, fix, fix.time())) {
      UUID zoneId = seen.zone().id();
      track.put(zoneId, steps.next(track.findEpisode(zoneId), seen, before, raised));
    }
    return outcome(track, raised, !former.equals(track.listEpisodes()));
  }

  /**
   * Ends every stay and approach of a track that is lost.
   *
   * @param sequence of the update that tells the loss; one not above the last does nothing
   * @param at when it counts as lost
   */
  public Outcome onTrackLost(UUID trackId, long sequence, Instant at) {
    TrackState track = tracks.of(trackId);
    if (track.knows(sequence)) {
      return Outcome.NOTHING;
    }
    track.lose(sequence);
    List<ZoneEvent> raised = new ArrayList<>();
    for (Episode episode : track.listEpisodes()) {
      clear(track, null, episode, ClearReason.TRACK_LOST, at, raised);
    }
    return outcome(track, raised, !raised.isEmpty());
  }

  /**
   * Replaces the zones, and judges every track once more where it was last: zones that are gone end
   * what goes on with them, those that are new or different begin or end it.
   *
   * @param at when the new zones took effect
   */
  public Outcome onZonesChanged(ZoneIndex newIndex, Instant at) {
    ZoneDifference difference = ZoneDifference.between(index, newIndex);
    index = newIndex;
    return judgeStanding((track, raised) -> {
      endGone(track, null, at, raised);
      standing.onZonesChanged(track, difference, at, raised);
    });
  }

  /**
   * Tells what the passing of time means for tracks that have not been heard since: zones that
   * began or ceased to apply around them. Repeating it changes nothing. A fix of such a track from
   * before the edge that comes later is late.
   *
   * @param now a time up to which fixes have arrived
   */
  public Outcome onTime(Instant now) {
    return judgeStanding((track, raised) -> standing.onTime(track, index, now, raised));
  }

  /**
   * When {@link #onTime} is due after a time: a zone begins or ceases to apply then, or none does
   * for a day.
   */
  public Instant nextEdge(Instant after) {
    if (!index.knowsSchedulesFrom(after)) {
      index = index.around(after);
    }
    return index.nextEdge(after);
  }

  private Outcome judgeStanding(BiConsumer<TrackState, List<ZoneEvent>> judge) {
    List<ZoneEvent> raised = new ArrayList<>();
    List<Presence> changed = new ArrayList<>();
    for (TrackState track : tracks.listAll()) {
      int before = raised.size();
      judge.accept(track, raised);
      if (raised.size() > before) {
        tracks.keep(track);
        changed.add(track.toPresence());
      }
    }
    return new Outcome(raised, changed);
  }

  private Outcome outcome(TrackState track, List<ZoneEvent> raised, boolean changed) {
    if (changed) {
      tracks.keep(track);
    }
    return new Outcome(raised, changed ? List.of(track.toPresence()) : List.of());
  }

  private void endGone(
      TrackState track, @Nullable Position position, Instant at, List<ZoneEvent> raised) {
    for (Episode episode : track.listEpisodes()) {
      if (Encounters.findWatched(index, episode.zoneId()).isEmpty()) {
        clear(track, position, episode, ClearReason.ZONE_REMOVED, at, raised);
      }
    }
  }

  private void clear(
      TrackState track,
      @Nullable Position position,
      Episode episode,
      ClearReason reason,
      Instant at,
      List<ZoneEvent> raised) {
    track.put(episode.zoneId(), null);
    raised.add(events.cleared(track.trackId, position, episode, reason, at));
  }
}
