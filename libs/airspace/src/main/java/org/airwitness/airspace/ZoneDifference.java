package org.airwitness.airspace;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Zones that are in one index and not, or not the same, in the one before.
 *
 * @param index holds them all; when they are few, nothing else
 * @param ids which they are
 */
record ZoneDifference(ZoneIndex index, Set<UUID> ids) {
  static ZoneDifference between(ZoneIndex before, ZoneIndex after) {
    if (before == after) {
      return new ZoneDifference(after, Set.of());
    }
    List<Zone> different =
        after.listZones().stream()
            .filter(zone -> before.findZone(zone.id()).filter(zone::equals).isEmpty())
            .toList();
    Set<UUID> ids = new HashSet<>();
    different.forEach(zone -> ids.add(zone.id()));
    boolean few = different.size() <= ZoneIndex.MAX_CHANGED;
    return new ZoneDifference(few ? ZoneIndex.of(different) : after, ids);
  }

  boolean isEmpty() {
    return ids.isEmpty();
  }

  boolean holds(Zone zone) {
    return ids.contains(zone.id());
  }
}
