package org.airwitness.zone.store;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.airwitness.airspace.Zone;

/**
 * Zones that are shared, made once for all agencies in whose indexes they are. As many as the
 * platform may have, see {@link AgencyZoneStore#MAX_ZONES}, those since withdrawn included until a
 * restart.
 */
final class SharedZones {
  private record Made(int version, Zone zone) {}

  private final Map<UUID, Made> zones = new ConcurrentHashMap<>();

  /** The zone of this content. */
  Zone get(ZoneContentRow content, int version) {
    Made made = zones.get(content.id());
    if (made == null || made.version() < version) {
      made = new Made(version, content.restore());
      zones.put(content.id(), made);
    }
    return made.zone();
  }
}
