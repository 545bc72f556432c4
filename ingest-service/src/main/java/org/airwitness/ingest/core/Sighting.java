package org.airwitness.ingest.core;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One decoded frame or record, before anything is known of earlier ones.
 *
 * @param item index in its message
 * @param content the bytes of that item exactly as received
 * @param frameId the same whenever the sensor sends the same frame again
 * @param findings names of what was odd but readable
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record Sighting(
    int item,
    byte[] content,
    UUID frameId,
    SensorTime time,
    Reception reception,
    Claim claim,
    Evidence evidence,
    List<String> findings) {
  public Sighting {
    findings = List.copyOf(findings);
  }

  /**
   * Returns the key of the transmitter's memory: its address, or what it calls itself where the
   * sensor gives no addresses; null without either.
   */
  @Nullable String transmitter() {
    String address = reception.address();
    if (address != null) {
      return reception.transport().label() + ":" + address;
    }
    return claim.ids().isEmpty() ? null : "id:" + claim.ids().getFirst().text();
  }
}
