package org.airwitness.zone.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.airwitness.platform.agency.AgencyId;

/** The zones of every agency, one agency at a time. */
@ApplicationScoped
public class ZoneStore {
  /** Returns the zones of one agency. */
  public AgencyZoneStore of(AgencyId agency) {
    return new AgencyZoneStore(agency);
  }
}
