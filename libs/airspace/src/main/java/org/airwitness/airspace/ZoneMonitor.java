package org.airwitness.airspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.ZoneEvent.ClearReason;
import org.airwitness.airspace.geodesy.Wgs84;
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
 * are near in time and place the track is taken to have flown straight. Zones without restriction
 * raise nothing. A fix earlier than the latest one of its track raises nothing.
 */
public final class ZoneMonitor {
  /** Tracks outside all zones that are remembered. */
  public static final int MAX_TRACKS_OUTSIDE = 100_000;

  /** Near a pole, where 200 m are many degrees of longitude. */
  private static final double MAX_NEAR_DEG = 20;

  private static final Comparator<PlacedZone> STRICTEST_FIRST =
      Comparator.comparingInt((PlacedZone placed) -> -placed.zone().restriction().rank())
          .thenComparing(placed -> placed.zone().id());

  private final MonitorSettings settings;
  private final Environment environment;
  private final ZoneEvents events;
  private final ZoneSteps steps;
  private final Passages passages = new Passages();
  private final Verdicts verdicts;
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
    this.settings = settings;
    this.environment = environment;
    this.events = new ZoneEvents(agency);
    this.steps = new ZoneSteps(events, settings);
    this.verdicts = new Verdicts(environment);
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
    clearGone(track, fix, raised);
    for (Encounter seen : encounters(track, fix)) {
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
    track.advance(sequence);
    List<ZoneEvent> raised = new ArrayList<>();
    for (Episode episode : track.listEpisodes()) {
      clear(track, null, episode, ClearReason.TRACK_LOST, at, raised);
    }
    return outcome(track, raised, !raised.isEmpty());
  }

  /**
   * Replaces the zones and ends what goes on with zones that are gone; every other difference shows
   * at the next fix of each track.
   *
   * @param at when the new zones took effect
   */
  public Outcome onZonesChanged(ZoneIndex newIndex, Instant at) {
    index = newIndex;
    List<ZoneEvent> raised = new ArrayList<>();
    List<Presence> changed = new ArrayList<>();
    for (TrackState track : tracks.listInside()) {
      int before = raised.size();
      for (Episode episode : track.listEpisodes()) {
        if (findWatched(episode.zoneId()).isEmpty()) {
          clear(track, null, episode, ClearReason.ZONE_REMOVED, at, raised);
        }
      }
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

  /** Zones that can be gone without being told: those of presences stored long ago. */
  private void clearGone(TrackState track, Fix fix, List<ZoneEvent> raised) {
    for (Episode episode : track.listEpisodes()) {
      if (findWatched(episode.zoneId()).isEmpty()) {
        clear(track, fix.position(), episode, ClearReason.ZONE_REMOVED, fix.time(), raised);
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

  private Optional<PlacedZone> findWatched(UUID zoneId) {
    return index.findPlaced(zoneId).filter(ZoneMonitor::isWatched);
  }

  private static boolean isWatched(PlacedZone placed) {
    return placed.zone().restriction().raisesEvents();
  }

  /** The zones that matter for a fix: near its way or with something going on; strictest first. */
  private List<Encounter> encounters(TrackState track, Fix fix) {
    Motion motion = Motion.of(fix, environment, settings);
    Map<UUID, PlacedZone> zones = near(motion);
    track
        .listEpisodes()
        .forEach(episode -> zones.computeIfAbsent(episode.zoneId(), this::getWatched));
    if (zones.isEmpty()) {
      return List.of();
    }
    Map<UUID, Verdict> over = verdicts(fix);
    return zones.values().stream()
        .filter(ZoneMonitor::isWatched)
        .sorted(STRICTEST_FIRST)
        .map(placed ->
            new Encounter(placed, motion, over.get(placed.zone().id()), passages, settings))
        .toList();
  }

  private PlacedZone getWatched(UUID zoneId) {
    return findWatched(zoneId).orElseThrow();
  }

  private Map<UUID, Verdict> verdicts(Fix fix) {
    index.check(fix.position(), fix.heights(), fix.time(), verdicts);
    Map<UUID, Verdict> byZone = HashMap.newHashMap(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      byZone.put(verdicts.zone(i).id(), verdicts.get(i));
    }
    return byZone;
  }

  /** Zones by which the track came since the last fix, or goes soon, or that are near it. */
  private Map<UUID, PlacedZone> near(Motion motion) {
    Position at = motion.fix().position();
    double nearM = settings.approachDistanceM();
    double north = nearM / Wgs84.metresPerLatDeg(at.latDeg());
    double east = nearM / Math.max(Wgs84.metresPerLonDeg(at.latDeg()), nearM / MAX_NEAR_DEG);
    Leg cameBy = motion.cameBy();
    double back = cameBy == null ? 0 : Wgs84.turn(cameBy.from().lonDeg() - at.lonDeg());
    double backLat = cameBy == null ? at.latDeg() : cameBy.from().latDeg();
    double ahead = Wgs84.turn(motion.goesBy().to().lonDeg() - at.lonDeg());
    double aheadLat = motion.goesBy().to().latDeg();
    return index.near(
        Ring.e7(at.lonDeg() + Math.min(Math.min(back, ahead), -east)),
        Ring.e7(Math.max(-90, Math.min(Math.min(backLat, aheadLat), at.latDeg() - north))),
        Ring.e7(at.lonDeg() + Math.max(Math.max(back, ahead), east)),
        Ring.e7(Math.min(90, Math.max(Math.max(backLat, aheadLat), at.latDeg() + north))));
  }
}
