package org.airwitness.airspace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.airwitness.airspace.height.Environment;
import org.airwitness.airspace.index.IntList;
import org.jspecify.annotations.Nullable;

/**
 * Immutable index of zones by place; safe for many threads. It leaves out those that {@link
 * Activation#NEVER} apply. Change it by putting another one in its place: {@link #with} makes one
 * that shares all but the changed zones.
 *
 * <p>Polygons are tested by even-odd in integers of 1e-7 degree, to which positions are rounded for
 * it; circles by their distance on the ellipsoid. Boundaries count as inside.
 */
public final class ZoneIndex {
  /** Changed zones that are kept beside the others before all are indexed anew. */
  public static final int MAX_CHANGED = 256;

  private static final Duration SCHEDULE_STEP = Duration.ofDays(1);
  private static final BitSet NONE_GONE = new BitSet();
  private static final double HALF_TURN_DEG = 180;
  private static final double POLE_DEG = 90;

  private final ZoneTable base;
  private final BitSet goneFromBase;
  private final ZoneTable changed;
  private final @Nullable Instant around;

  private ZoneIndex(
      ZoneTable base, BitSet goneFromBase, ZoneTable changed, @Nullable Instant around) {
    this.base = base;
    this.goneFromBase = goneFromBase;
    this.changed = changed;
    this.around = around;
  }

  /**
   * Index over these zones.
   *
   * @throws IllegalArgumentException when two zones share an id
   */
  public static ZoneIndex of(Collection<Zone> zones) {
    return build(zones, null);
  }

  /**
   * Index over these zones that has worked out their schedules from a day before a time to two days
   * after it, so that checking a fix of these days allocates nothing. Other days give the same
   * verdicts, only slower.
   *
   * @throws IllegalArgumentException when two zones share an id
   */
  public static ZoneIndex of(Collection<Zone> zones, Instant around) {
    return build(zones, around);
  }

  private static ZoneIndex build(Collection<Zone> zones, @Nullable Instant around) {
    return new ZoneIndex(
        new ZoneTable(evaluated(zones), around),
        NONE_GONE,
        new ZoneTable(List.of(), around),
        around);
  }

  private static List<Zone> evaluated(Collection<Zone> zones) {
    return zones.stream().filter(zone -> zone.activation() != Activation.NEVER).toList();
  }

  /**
   * Index with other zones added, or put in place of those with the same ids, and some removed. Ids
   * that are not there are not missed.
   */
  public ZoneIndex with(Collection<Zone> put, Set<UUID> removed) {
    Map<UUID, Zone> beside = new LinkedHashMap<>();
    for (int i = 0; i < changed.size(); i++) {
      beside.put(changed.zone(i).id(), changed.zone(i));
    }
    BitSet gone = (BitSet) goneFromBase.clone();
    removed.forEach(id -> take(id, beside, gone));
    put.forEach(zone -> take(zone.id(), beside, gone));
    evaluated(put).forEach(zone -> beside.put(zone.id(), zone));
    ZoneIndex index = new ZoneIndex(base, gone, new ZoneTable(beside.values(), around), around);
    return beside.size() > MAX_CHANGED ? build(index.listZones(), around) : index;
  }

  /** The same zones with their schedules worked out around another time; shapes are shared. */
  public ZoneIndex around(Instant time) {
    return new ZoneIndex(base.around(time), goneFromBase, changed.around(time), time);
  }

  /** True when the schedules are worked out for the day that begins at a time. */
  boolean knowsSchedulesFrom(Instant time) {
    return around != null
        && !time.isBefore(around)
        && !time.plus(SCHEDULE_STEP).isAfter(around.plus(ZoneWindows.AHEAD));
  }

  /**
   * When a zone begins or ceases to apply next after a time from which the schedules are known; a
   * day later when none does before.
   */
  Instant nextEdge(Instant after) {
    long edge = Math.min(base.nextEdge(after), changed.nextEdge(after));
    return Instant.ofEpochMilli(Math.min(edge, after.plus(SCHEDULE_STEP).toEpochMilli()));
  }

  private void take(UUID id, Map<UUID, Zone> beside, BitSet gone) {
    beside.remove(id);
    Integer number = base.numberOf(id);
    if (number != null) {
      gone.set(number);
    }
  }

  /** Every zone: those given to {@link #of} in that order, then those changed since. */
  public List<Zone> listZones() {
    List<Zone> zones = new ArrayList<>(base.size() + changed.size());
    for (int i = goneFromBase.nextClearBit(0);
        i < base.size();
        i = goneFromBase.nextClearBit(i + 1)) {
      zones.add(base.zone(i));
    }
    for (int i = 0; i < changed.size(); i++) {
      zones.add(changed.zone(i));
    }
    return zones;
  }

  public Optional<Zone> findZone(UUID id) {
    return findPlaced(id).map(PlacedZone::zone);
  }

  /**
   * Zones whose shape holds the point, in the order of {@link #listZones}, whatever their limits
   * and times.
   *
   * @param lonDeg any finite longitude; taken round to [-180, 180]
   * @param latDeg latitude in [-90, 90]
   * @throws IllegalArgumentException when the latitude is out of range or a value is not finite
   */
  public List<Zone> at(double lonDeg, double latDeg) {
    if (!Double.isFinite(lonDeg) || !(Math.abs(latDeg) <= POLE_DEG)) {
      throw new IllegalArgumentException(
          "a finite longitude and a latitude in -90..90 are needed: " + lonDeg + ", " + latDeg);
    }
    double lon = lonDeg(aroundGreenwich(lonDeg), latDeg);
    List<Zone> found = new ArrayList<>();
    IntList hits = new IntList();
    base.at(lon, latDeg, hits, goneFromBase, found::add);
    changed.at(lon, latDeg, hits, NONE_GONE, found::add);
    return found;
  }

  /** The zone with its place in the index. */
  Optional<PlacedZone> findPlaced(UUID id) {
    Integer beside = changed.numberOf(id);
    if (beside != null) {
      return Optional.of(changed.placed(beside));
    }
    Integer number = base.numberOf(id);
    return number == null || goneFromBase.get(number)
        ? Optional.empty()
        : Optional.of(base.placed(number));
  }

  /**
   * Zones that may reach into a box of units of 1e-7 degree, by id: all that do, and some more.
   *
   * @param west may lie beyond the antimeridian, as may east
   */
  Map<UUID, PlacedZone> near(int west, int south, int east, int north) {
    Map<UUID, PlacedZone> found = new LinkedHashMap<>();
    base.addNear(west, south, east, north, goneFromBase, found);
    changed.addNear(west, south, east, north, NONE_GONE, found);
    return found;
  }

  /** Fills the buffer with the verdict of every zone whose shape holds the position. */
  public void check(Position position, Heights heights, Instant time, Verdicts out) {
    double latDeg = position.latDeg();
    double lonDeg = lonDeg(position.lonDeg(), latDeg);
    out.start(position, heights, time);
    base.check(lonDeg, latDeg, time, goneFromBase, out);
    if (changed.size() > 0) {
      changed.check(lonDeg, latDeg, time, NONE_GONE, out);
    }
  }

  /** The same verdicts as values, when only what the drone reports is known of its height. */
  public List<Verdict> check(Position position, Heights heights, Instant time) {
    Verdicts verdicts = new Verdicts(Environment.NONE);
    check(position, heights, time, verdicts);
    return verdicts.list();
  }

  /** A pole has longitude 0. */
  private static double lonDeg(double lonDeg, double latDeg) {
    return Math.abs(latDeg) == POLE_DEG ? 0 : lonDeg;
  }

  private static double aroundGreenwich(double lonDeg) {
    return Math.abs(lonDeg) <= HALF_TURN_DEG
        ? lonDeg
        : Math.IEEEremainder(lonDeg, 2 * HALF_TURN_DEG);
  }
}
