package org.airwitness.zone.store;

import java.util.UUID;
import org.airwitness.airspace.Zone;
import org.airwitness.zone.core.ZoneFormat;
import org.jspecify.annotations.Nullable;

/**
 * The content of a zone as it is stored.
 *
 * @param raw from which its format makes the zone again
 * @param source bundled profile of the set it belongs to, null when there is none
 */
public record ZoneContentRow(UUID id, ZoneFormat format, String raw, @Nullable String source) {
  /**
   * Makes the zone again.
   *
   * @throws IllegalStateException when it does not read any more
   */
  public Zone restore() {
    return format.restore(id, raw, source);
  }
}
