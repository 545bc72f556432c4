package org.airwitness.zone.rest;

import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.agency.Caller;
import org.airwitness.platform.agency.Roles;

/** For whom a caller imports zones. */
final class ZoneOwner {
  private ZoneOwner() {}

  /** The agency of its admin; the platform, whose sets are shared, for those who run that alone. */
  static AgencyId of(Caller caller) {
    boolean platform = caller.hasRole(Roles.PLATFORM_ADMIN) && !caller.hasRole(Roles.AGENCY_ADMIN);
    return platform ? AgencyId.SHARED : caller.agency();
  }
}
