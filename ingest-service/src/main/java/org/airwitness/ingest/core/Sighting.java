package org.airwitness.ingest.core;

import java.util.List;
import java.util.UUID;
import org.airwitness.remoteid.Frame;
import org.jspecify.annotations.Nullable;

/**
 * One decoded frame, before anything is known of earlier ones.
 *
 * @param item index in its message
 * @param frameId the same whenever the sensor sends the same frame again
 * @param rawFormat what the frame's payload is: {@code odid} or {@code odid-struct}
 * @param findings names of what was odd but readable
 */
public record Sighting(
    int item,
    UUID frameId,
    SensorTime time,
    Reception reception,
    Frame frame,
    String rawFormat,
    List<String> findings) {
  public Sighting {
    findings = List.copyOf(findings);
  }

  /** Returns the key of the transmitter's memory, null without an address. */
  @Nullable String transmitter() {
    String address = reception.address();
    return address == null ? null : reception.transport().label() + ":" + address;
  }
}
