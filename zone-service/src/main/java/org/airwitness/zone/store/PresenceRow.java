package org.airwitness.zone.store;

import java.util.UUID;
import org.airwitness.airspace.Presence;

/**
 * A presence with what events about it need to say.
 *
 * @param sighting who the track is and where it was last, in the form of the bus
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; only carried.
public record PresenceRow(Presence presence, byte[] sighting) {
  public UUID trackId() {
    return presence.trackId();
  }

  boolean inside() {
    return !presence.episodes().isEmpty();
  }
}
