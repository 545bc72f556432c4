package org.airwitness.benchmarks.zones;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.airwitness.airspace.Heights;
import org.airwitness.airspace.Position;
import org.airwitness.airspace.Verdicts;
import org.airwitness.airspace.Zone;
import org.airwitness.airspace.ZoneIndex;
import org.airwitness.airspace.height.Environment;

/** Whether both engines find the same zones. */
final class Comparison {
  private Comparison() {}

  /** Number of fixes that are in other zones by one than by the other, height and time included. */
  static int countDifferences(ZoneIndex index, JtsZones jts, Position[] places) {
    int differences = 0;
    Heights[] heights = Load.heights();
    Verdicts verdicts = new Verdicts(Environment.NONE);
    for (int i = 0; i < places.length; i++) {
      Set<Zone> byJts = Collections.newSetFromMap(new IdentityHashMap<>());
      jts.find(places[i], heights[i & 63], Load.TIME, byJts::add);
      Set<Zone> own = Collections.newSetFromMap(new IdentityHashMap<>());
      index.check(places[i], heights[i & 63], Load.TIME, verdicts);
      for (int entry = 0; entry < verdicts.size(); entry++) {
        if (verdicts.isInside(entry)) {
          own.add(verdicts.zone(entry));
        }
      }
      differences += own.equals(byJts) ? 0 : 1;
    }
    return differences;
  }
}
