package org.airwitness.ingest.core.routing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.platform.agency.AgencyId;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.index.strtree.STRtree;

/** The regions of all agencies at one moment, indexed by place. Immutable. */
public final class AgencyRegions {
  /** How far outside its region an agency still sees what shared sensors hear. */
  public static final double MARGIN_M = 500;

  public static final AgencyRegions NONE = new AgencyRegions(Map.of());

  private final STRtree index = new STRtree();

  private record Entry(AgencyId agency, Region region) {}

  public AgencyRegions(Map<AgencyId, Region> regions) {
    regions.forEach((agency, region) -> index.insert(region.envelope(), new Entry(agency, region)));
    index.build();
  }

  /** Lists the agencies whose region contains a place or is at most {@link #MARGIN_M} from it. */
  public List<AgencyId> covering(GeoPoint place) {
    Set<AgencyId> agencies = new LinkedHashSet<>(2);
    for (Geometry reach : Region.reach(place, MARGIN_M)) {
      for (Object found : index.query(reach.getEnvelopeInternal())) {
        if (found instanceof Entry entry && entry.region().meets(reach)) {
          agencies.add(entry.agency());
        }
      }
    }
    return List.copyOf(agencies);
  }
}
