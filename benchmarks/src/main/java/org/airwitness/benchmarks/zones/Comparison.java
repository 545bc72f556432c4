package org.airwitness.benchmarks.zones;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;

/** Whether both engines find the same zones. */
final class Comparison {
  private Comparison() {}

  /** Number of places at which the found zones differ. */
  static int countDifferences(ZoneIndex index, JtsZones jts, Position[] places) {
    int differences = 0;
    for (Position place : places) {
      Set<Zone> byJts = Collections.newSetFromMap(new IdentityHashMap<>());
      jts.find(place, byJts::add);
      Set<Zone> own = Collections.newSetFromMap(new IdentityHashMap<>());
      own.addAll(index.at(place.lonDeg(), place.latDeg()));
      differences += own.equals(byJts) ? 0 : 1;
    }
    return differences;
  }
}
