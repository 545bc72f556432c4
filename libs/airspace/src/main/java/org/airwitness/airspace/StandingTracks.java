package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.jspecify.annotations.Nullable;

/**
 * Judges tracks where they were last, when not they but the zones or the time have moved on.
 *
 * <p>A track whose latest fix lies longer back than {@link MonitorSettings#heardWithin} is left
 * alone: it is lost or what is heard of it is old, and its next fix decides.
 */
final class StandingTracks {
  private final ZoneEvents events;
  private final ZoneSteps steps;
  private final Encounters encounters;
  private final MonitorSettings settings;

  StandingTracks(
      ZoneEvents events, ZoneSteps steps, Encounters encounters, MonitorSettings settings) {
    this.events = events;
    this.steps = steps;
    this.encounters = encounters;
    this.settings = settings;
  }

  /** Meets new zones, and goes on with changed ones if they still fit. */
  void onZonesChanged(
      TrackState track, ZoneDifference difference, Instant at, List<ZoneEvent> raised) {
    Fix fix = track.latest();
    if (fix == null || difference.isEmpty() || !wasHeardWithin(fix, at)) {
      return;
    }
    Instant time = fix.time().isAfter(at) ? fix.time() : at;
    for (Encounter seen : encounters.of(difference.index(), track, fix, time)) {
      if (difference.holds(seen.zone())) {
        Episode episode = track.findEpisode(seen.zone().id());
        track.put(
            seen.zone().id(),
            episode == null
                ? steps.meet(seen, time, raised)
                : steps.refit(episode, seen, time, raised));
      }
    }
  }

  /** Ends stays and approaches whose zone ceased to apply, begins those where one began to. */
  void onTime(TrackState track, ZoneIndex index, Instant now, List<ZoneEvent> raised) {
    Instant decided = track.decidedUntil();
    Fix fix = track.latest();
    if (decided == null || !decided.isBefore(now) || fix != null && !wasHeardWithin(fix, now)) {
      return;
    }
    for (Episode episode : track.listEpisodes()) {
      Encounters.findWatched(index, episode.zoneId())
          .ifPresent(placed -> end(track, fix, episode, placed.zone(), decided, now, raised));
    }
    if (fix != null) {
      begin(track, index, fix, decided, now, raised);
    }
  }

  private boolean wasHeardWithin(Fix fix, Instant time) {
    return !fix.time().plus(settings.heardWithin()).isBefore(time);
  }

  private void end(
      TrackState track,
      @Nullable Fix fix,
      Episode episode,
      Zone zone,
      Instant decided,
      Instant now,
      List<ZoneEvent> raised) {
    Instant edge = closedAt(zone, decided, now);
    if (edge == null || !episode.isStay() && appliesSoon(zone, now)) {
      return;
    }
    Position position = fix == null ? null : fix.position();
    if (episode.isStay()) {
      raised.add(events.deactivated(track.trackId, position, episode, edge));
    }
    raised.add(events.cleared(track.trackId, position, episode, ClearReason.DEACTIVATED, edge));
    track.put(episode.zoneId(), null);
    track.decidedUntil(edge);
  }

  /** When the zone first ceased to apply in a span; null when it applied throughout. */
  private static @Nullable Instant closedAt(Zone zone, Instant from, Instant to) {
    List<TimeWindow> windows = zone.windows(from, to.plusMillis(1));
    if (windows.isEmpty() || windows.getFirst().from().isAfter(from)) {
      return from;
    }
    Instant end = windows.getFirst().to();
    return end.isAfter(to) ? null : end;
  }

  private boolean appliesSoon(Zone zone, Instant now) {
    double soonMs = settings.approachTime().toMillis() * settings.releaseFactor();
    return !zone.windows(now, now.plusMillis(Math.round(soonMs))).isEmpty();
  }

  private void begin(
      TrackState track,
      ZoneIndex index,
      Fix fix,
      Instant decided,
      Instant now,
      List<ZoneEvent> raised) {
    for (Encounter seen : encounters.over(index, fix, now)) {
      Episode episode = track.findEpisode(seen.zone().id());
      if (seen.isInside() && (episode == null || !episode.isStay())) {
        Instant edge = seen.zone().windows(decided, now.plusMillis(1)).getLast().from();
        if (edge.isAfter(decided)) {
          track.put(seen.zone().id(), steps.activate(seen, edge, raised));
          track.decidedUntil(edge);
        }
      }
    }
  }
}
