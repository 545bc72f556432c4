package org.airwitness.airspace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Immutable index of zones by place; safe for many threads.
 *
 * <p>A packed tree of bounding boxes finds candidates, an exact test decides: even-odd in integers
 * of 1e-7 degree for polygons, geodesic distance for circles. Boundaries count as inside.
 */
public final class ZoneIndex {
  private static final double HALF_TURN_DEG = 180;
  private static final double POLE_DEG = 90;

  private final Map<UUID, Zone> zonesById = new LinkedHashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final BoxTree tree;

  /** One volume of one zone under one box; a volume over the antimeridian has two entries. */
  private record Entry(Zone zone, Volume volume) {}

  /** The volumes of one zone that hold a point. */
  private record Hit(Zone zone, List<Volume> volumes) {}

  private ZoneIndex(Collection<Zone> zones) {
    List<Box> boxes = new ArrayList<>();
    for (Zone zone : zones) {
      if (zonesById.putIfAbsent(zone.id(), zone) != null) {
        throw new IllegalArgumentException("two zones with the id " + zone.id());
      }
      for (Volume volume : zone.volumes()) {
        for (Box box : Box.of(volume.shape())) {
          entries.add(new Entry(zone, volume));
          boxes.add(box);
        }
      }
    }
    tree = new BoxTree(boxes);
  }

  /**
   * Index over these zones.
   *
   * @throws IllegalArgumentException when two zones share an id
   */
  public static ZoneIndex of(Collection<Zone> zones) {
    return new ZoneIndex(zones);
  }

  /** Every zone, in the order given. */
  public List<Zone> listZones() {
    return List.copyOf(zonesById.values());
  }

  public Optional<Zone> findZone(UUID id) {
    return Optional.ofNullable(zonesById.get(id));
  }

  /**
   * Zones whose shape holds the point, in the order given, whatever their limits and times.
   *
   * @param lonDeg any finite longitude; taken round to [-180, 180]
   * @param latDeg latitude in [-90, 90]
   * @throws IllegalArgumentException when the latitude is out of range or a value is not finite
   */
  public List<Zone> at(double lonDeg, double latDeg) {
    return hitsAt(lonDeg, latDeg).stream().map(Hit::zone).toList();
  }

  /** Verdict of every zone whose shape holds the position, in the order given. */
  public List<Verdict> check(Position position, Heights heights, Instant time) {
    return hitsAt(position.lonDeg(), position.latDeg()).stream()
        .map(hit -> verdict(hit, heights, time))
        .toList();
  }

  private static Verdict verdict(Hit hit, Heights heights, Instant time) {
    Zone zone = hit.zone();
    VerticalRule vertical = VerticalRule.anyOf(hit.volumes(), heights);
    return new Verdict(
        zone, vertical.verdict(), zone.activeAt(time), vertical.method(), vertical.marginal());
  }

  private Collection<Hit> hitsAt(double lonDeg, double latDeg) {
    if (!Double.isFinite(lonDeg) || !(Math.abs(latDeg) <= POLE_DEG)) {
      throw new IllegalArgumentException(
          "a finite longitude and a latitude in -90..90 are needed: " + lonDeg + ", " + latDeg);
    }
    double lon = Math.abs(latDeg) == POLE_DEG ? 0 : aroundGreenwich(lonDeg);
    NavigableSet<Integer> hits = new TreeSet<>();
    search(lon, latDeg, hits);
    if (Math.abs(lon) == HALF_TURN_DEG) {
      search(-lon, latDeg, hits);
    }
    Map<UUID, Hit> byZone = new LinkedHashMap<>();
    for (int hit : hits) {
      Entry entry = entries.get(hit);
      byZone
          .computeIfAbsent(entry.zone().id(), _ -> new Hit(entry.zone(), new ArrayList<>()))
          .volumes()
          .add(entry.volume());
    }
    return byZone.values();
  }

  private void search(double lonDeg, double latDeg, NavigableSet<Integer> hits) {
    tree.search(
        Ring.e7(lonDeg),
        Ring.e7(latDeg),
        entry -> {
          if (entries.get(entry).volume().shape().contains(lonDeg, latDeg)) {
            hits.add(entry);
          }
        });
  }

  private static double aroundGreenwich(double lonDeg) {
    return Math.abs(lonDeg) <= HALF_TURN_DEG
        ? lonDeg
        : Math.IEEEremainder(lonDeg, 2 * HALF_TURN_DEG);
  }
}
