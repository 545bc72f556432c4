package org.airwitness.airspace.edition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneKey;

/**
 * Differences between two editions of one source.
 *
 * <p>Zones are paired by country and identifier; repeated identifiers by equal content first, then
 * in document order. The order of members and of zones means nothing.
 *
 * @param added keys of the zones that are new, in the order of the new edition
 * @param removed keys of the zones that are gone, in the order of the old edition
 * @param changed zones that differ, in the order of the new edition
 * @param unchanged number of zones that mean the same
 */
public record EditionDiff(
    List<ZoneKey> added, List<ZoneKey> removed, List<Change> changed, int unchanged) {
  public EditionDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    changed = List.copyOf(changed);
  }

  /**
   * A zone that differs.
   *
   * @param key its key in the new edition
   * @param fields names of the members that differ
   */
  public record Change(ZoneKey key, List<String> fields) {}

  private record Name(String country, String identifier) {
    static Name of(Zone zone) {
      return new Name(zone.key().country(), zone.key().identifier());
    }
  }

  /** Compares two editions. */
  public static EditionDiff between(Collection<Zone> before, Collection<Zone> after) {
    Map<Name, List<Zone>> left = new LinkedHashMap<>();
    before.forEach(z -> left.computeIfAbsent(Name.of(z), _ -> new ArrayList<>()).add(z));
    List<Zone> unpaired = new ArrayList<>();
    int unchanged = 0;
    for (Zone zone : after) {
      if (takeEqual(left.getOrDefault(Name.of(zone), List.of()), zone)) {
        unchanged++;
      } else {
        unpaired.add(zone);
      }
    }
    List<ZoneKey> added = new ArrayList<>();
    List<Change> changed = new ArrayList<>();
    for (Zone zone : unpaired) {
      List<Zone> candidates = left.getOrDefault(Name.of(zone), List.of());
      if (candidates.isEmpty()) {
        added.add(zone.key());
      } else {
        ZoneContent old = ZoneContent.of(candidates.removeFirst());
        changed.add(new Change(zone.key(), ZoneContent.of(zone).differences(old)));
      }
    }
    List<ZoneKey> removed = left.values().stream().flatMap(List::stream).map(Zone::key).toList();
    return new EditionDiff(added, removed, changed, unchanged);
  }

  private static boolean takeEqual(List<Zone> candidates, Zone zone) {
    if (candidates.isEmpty()) {
      return false;
    }
    ZoneContent content = ZoneContent.of(zone);
    for (Iterator<Zone> i = candidates.iterator(); i.hasNext(); ) {
      if (ZoneContent.of(i.next()).equals(content)) {
        i.remove();
        return true;
      }
    }
    return false;
  }
}
