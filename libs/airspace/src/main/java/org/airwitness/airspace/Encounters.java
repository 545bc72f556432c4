package org.airwitness.airspace;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.airwitness.airspace.geodesy.Wgs84;
import org.airwitness.airspace.height.Environment;

/** Finds how a fix lies to the zones that matter for it; for one thread. */
final class Encounters {
  /** Near a pole, where 200 m are many degrees of longitude. */
  private static final double MAX_NEAR_DEG = 20;

  private static final Comparator<PlacedZone> STRICTEST_FIRST =
      Comparator.comparingInt((PlacedZone placed) -> -placed.zone().restriction().rank())
          .thenComparing(placed -> placed.zone().id());

  private final Environment environment;
  private final MonitorSettings settings;
  private final Passages passages = new Passages();
  private final Verdicts verdicts;

  Encounters(Environment environment, MonitorSettings settings) {
    this.environment = environment;
    this.settings = settings;
    this.verdicts = new Verdicts(environment);
  }

  /** The zone when it raises events. */
  static Optional<PlacedZone> findWatched(ZoneIndex index, UUID zoneId) {
    return index.findPlaced(zoneId).filter(Encounters::isWatched);
  }

  private static boolean isWatched(PlacedZone placed) {
    return placed.zone().restriction().raisesEvents();
  }

  /**
   * The zones near the way of a fix or with something going on, strictest first.
   *
   * @param at the time for which zones are judged: that of the fix, or later when none has come
   */
  List<Encounter> of(ZoneIndex index, TrackState track, Fix fix, Instant at) {
    Motion motion = Motion.of(fix, environment, settings);
    Map<UUID, PlacedZone> zones = near(index, motion);
    track
        .listEpisodes()
        .forEach(episode ->
            findWatched(index, episode.zoneId())
                .ifPresent(placed -> zones.putIfAbsent(episode.zoneId(), placed)));
    return zones.isEmpty() ? List.of() : of(index, zones, motion, at);
  }

  /** The zones over which a fix lies and that raise events. */
  List<Encounter> over(ZoneIndex index, Fix fix, Instant at) {
    Map<UUID, Verdict> over = verdicts(index, fix, at);
    Map<UUID, PlacedZone> zones = new HashMap<>();
    over.keySet().forEach(id -> index.findPlaced(id).ifPresent(placed -> zones.put(id, placed)));
    return zones.isEmpty()
        ? List.of()
        : of(index, zones, Motion.of(fix, environment, settings), at);
  }

  private List<Encounter> of(
      ZoneIndex index, Map<UUID, PlacedZone> zones, Motion motion, Instant at) {
    Map<UUID, Verdict> over = verdicts(index, motion.fix(), at);
    return zones.values().stream()
        .filter(Encounters::isWatched)
        .sorted(STRICTEST_FIRST)
        .map(placed ->
            new Encounter(placed, motion, over.get(placed.zone().id()), passages, settings))
        .toList();
  }

  private Map<UUID, Verdict> verdicts(ZoneIndex index, Fix fix, Instant at) {
    index.check(fix.position(), fix.heights(), at, verdicts);
    Map<UUID, Verdict> byZone = HashMap.newHashMap(verdicts.size());
    for (int i = 0; i < verdicts.size(); i++) {
      byZone.put(verdicts.zone(i).id(), verdicts.get(i));
    }
    return byZone;
  }

  /** Zones by which the track came since the last fix, or goes soon, or that are near it. */
  private Map<UUID, PlacedZone> near(ZoneIndex index, Motion motion) {
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
