package org.airwitness.zone.store;

import java.util.UUID;
import org.airwitness.airspace.Zone;
import org.airwitness.zone.core.ZoneFormat;

/**
 * The content of a zone as it is stored.
 *
 * @param raw from which its format makes the zone again
 */
public record ZoneContentRow(UUID id, ZoneFormat format, String raw) {
  /**
   * Makes the zone again.
   *
   * @throws IllegalStateException when it does not read any more
   */
  public Zone restore() {
    return format.restore(id, raw);
  }
}
