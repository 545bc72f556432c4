package org.airwitness.ingest.core.routing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.platform.agency.AgencyId;
import org.locationtech.jts.geom.Envelope;
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
    Envelope reach = Region.reach(place, MARGIN_M);
    List<AgencyId> agencies = new ArrayList<>(2);
    for (Object found : index.query(reach)) {
      if (found instanceof Entry entry && entry.region().isWithin(MARGIN_M, place)) {
        agencies.add(entry.agency());
      }
    }
    return agencies;
  }
}
