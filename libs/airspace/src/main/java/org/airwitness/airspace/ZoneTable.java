package org.airwitness.airspace;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.airwitness.airspace.index.IntList;
import org.airwitness.airspace.index.ShapeIndex;
import org.jspecify.annotations.Nullable;

/** Zones numbered in the order given, with their volumes, shapes and limits in flat arrays. */
final class ZoneTable {
  private final List<Zone> zones;
  private final Map<UUID, Integer> numberById;
  private final ShapeIndex shapes;
  private final VolumeTable volumes;
  private final ZoneWindows windows;

  private ZoneTable(ZoneTable same, Instant around) {
    zones = same.zones;
    numberById = same.numberById;
    shapes = same.shapes;
    windows = new ZoneWindows(zones, around);
    volumes = same.volumes.with(windows);
  }

  /** Table of these zones; their schedules are worked out around a time, if one is given. */
  ZoneTable(Collection<Zone> given, @Nullable Instant around) {
    zones = List.copyOf(given);
    numberById = HashMap.newHashMap(zones.size());
    ShapeIndex.Builder builder = new ShapeIndex.Builder();
    for (Zone zone : zones) {
      if (numberById.putIfAbsent(zone.id(), numberById.size()) != null) {
        throw new IllegalArgumentException("two zones with the id " + zone.id());
      }
      for (Volume volume : zone.volumes()) {
        add(volume.shape(), builder);
      }
    }
    shapes = builder.build();
    windows = new ZoneWindows(zones, around);
    volumes = new VolumeTable(zones, windows);
  }

  private static void add(Shape shape, ShapeIndex.Builder builder) {
    switch (shape) {
      case Circle circle -> builder.addCircle(circle.lonDeg(), circle.latDeg(), circle.radiusM());
      case Polygon polygon -> builder.addPolygon(polygon.ringsE7());
    }
  }

  /** The same zones with their schedules worked out around another time. */
  ZoneTable around(Instant time) {
    return new ZoneTable(this, time);
  }

  /** See {@link ZoneWindows#nextEdge}. */
  long nextEdge(Instant after) {
    return windows.nextEdge(after);
  }

  int size() {
    return zones.size();
  }

  Zone zone(int number) {
    return zones.get(number);
  }

  PlacedZone placed(int number) {
    return new PlacedZone(
        zones.get(number), shapes, volumes, volumes.first(number), volumes.first(number + 1));
  }

  /** Adds the zones that may reach into a box and that are not gone. */
  void addNear(int west, int south, int east, int north, BitSet gone, Map<UUID, PlacedZone> found) {
    IntList near = new IntList();
    shapes.findNear(west, south, east, north, near);
    for (int i = 0; i < near.size(); i++) {
      int zone = volumes.zone(near.get(i));
      if (!gone.get(zone)) {
        found.computeIfAbsent(zones.get(zone).id(), _ -> placed(zone));
      }
    }
  }

  @Nullable Integer numberOf(UUID id) {
    return numberById.get(id);
  }

  /** Hands on every zone over which the point lies and that is not gone, in order. */
  void at(double lonDeg, double latDeg, IntList hits, BitSet gone, Consumer<Zone> found) {
    shapes.find(lonDeg, latDeg, hits);
    int before = -1;
    for (int i = 0; i < hits.size(); i++) {
      int zone = volumes.zone(hits.get(i));
      if (zone != before && !gone.get(zone)) {
        found.accept(zones.get(zone));
      }
      before = zone;
    }
  }

  /** Adds the verdict of every zone over which the point lies and that is not gone, in order. */
  void check(double lonDeg, double latDeg, Instant time, BitSet gone, Verdicts out) {
    shapes.find(lonDeg, latDeg, out.hits);
    int size = out.hits.size();
    for (int i = 0; i < size; ) {
      int volume = out.hits.get(i++);
      int zone = volumes.zone(volume);
      out.vertical.judge(volumes, volume, out.height);
      while (i < size && volumes.zone(out.hits.get(i)) == zone) {
        out.vertical.judgeOr(volumes, out.hits.get(i++), out.height);
      }
      if (!gone.get(zone)) {
        out.add(zones.get(zone), volumes.isActive(volume, time));
      }
    }
  }
}
