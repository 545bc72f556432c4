package org.airwitness.airspace;

import java.time.Instant;
import java.util.ArrayList;
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
  private final int[] zoneOfVolume;
  private final VolumeLimits limits;
  private final ZoneWindows windows;

  /** Table of these zones; their schedules are worked out around a time, if one is given. */
  ZoneTable(Collection<Zone> given, @Nullable Instant around) {
    zones = List.copyOf(given);
    numberById = HashMap.newHashMap(zones.size());
    ShapeIndex.Builder builder = new ShapeIndex.Builder();
    List<Volume> volumes = new ArrayList<>();
    for (Zone zone : zones) {
      if (numberById.putIfAbsent(zone.id(), numberById.size()) != null) {
        throw new IllegalArgumentException("two zones with the id " + zone.id());
      }
      for (Volume volume : zone.volumes()) {
        volumes.add(volume);
        add(volume.shape(), builder);
      }
    }
    shapes = builder.build();
    limits = new VolumeLimits(volumes);
    windows = new ZoneWindows(zones, around);
    zoneOfVolume = new int[volumes.size()];
    int volume = 0;
    for (int zone = 0; zone < zones.size(); zone++) {
      for (int i = 0; i < zones.get(zone).volumes().size(); i++) {
        zoneOfVolume[volume++] = zone;
      }
    }
  }

  private static void add(Shape shape, ShapeIndex.Builder builder) {
    switch (shape) {
      case Circle circle -> builder.addCircle(circle.lonDeg(), circle.latDeg(), circle.radiusM());
      case Polygon polygon -> builder.addPolygon(polygon.ringsE7());
    }
  }

  int size() {
    return zones.size();
  }

  Zone zone(int number) {
    return zones.get(number);
  }

  @Nullable Integer numberOf(UUID id) {
    return numberById.get(id);
  }

  /** Hands on every zone over which the point lies and that is not gone, in order. */
  void at(int lonE7, int latE7, IntList hits, BitSet gone, Consumer<Zone> found) {
    findVolumes(lonE7, latE7, hits);
    int before = -1;
    for (int i = 0; i < hits.size(); i++) {
      int zone = zoneOfVolume[hits.get(i)];
      if (zone != before && !gone.get(zone)) {
        found.accept(zones.get(zone));
      }
      before = zone;
    }
  }

  /** Adds the verdict of every zone over which the point lies and that is not gone, in order. */
  void check(int lonE7, int latE7, Instant time, BitSet gone, Verdicts out) {
    findVolumes(lonE7, latE7, out.hits);
    int size = out.hits.size();
    for (int i = 0; i < size; ) {
      int volume = out.hits.get(i++);
      int zone = zoneOfVolume[volume];
      out.vertical.judge(limits, volume, out.height);
      while (i < size && zoneOfVolume[out.hits.get(i)] == zone) {
        out.vertical.judgeOr(limits, out.hits.get(i++), out.height);
      }
      if (!gone.get(zone)) {
        out.add(zones.get(zone), windows.isActive(zone, time));
      }
    }
  }

  /** Numbers of the volumes over which the point lies; both ends of longitude are one place. */
  private void findVolumes(int lonE7, int latE7, IntList hits) {
    hits.clear();
    shapes.find(lonE7, latE7, hits);
    if (Math.abs(lonE7) == Ring.MAX_LON_E7) {
      shapes.find(-lonE7, latE7, hits);
      hits.sortDistinct();
    }
  }
}
