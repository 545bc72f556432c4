package org.airwitness.zone.store;

import jakarta.enterprise.context.ApplicationScoped;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.store.AgencyDatabase;

/** The zones of every agency, one agency at a time. */
@ApplicationScoped
public class ZoneStore {
  private final AgencyDatabase database;

  ZoneStore(AgencyDatabase database) {
    this.database = database;
  }

  /** Returns the zones of one agency. */
  public AgencyZoneStore of(AgencyId agency) {
    return new AgencyZoneStore(database, agency);
  }
}
