package org.airwitness.systemtests.driver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A batch of the native format, in which everything is right.
 *
 * @param sequence one more with each batch of a sensor
 */
public record NativeBatch(String sensor, long sequence, Instant sent, List<String> items) {

  public NativeBatch(String sensor, long sequence, Instant sent) {
    this(sensor, sequence, sent, new ArrayList<>());
  }

  /** Adds a frame heard now. */
  public NativeBatch with(String transport, String address, byte[] remoteId) {
    return with(sent, transport, address, -61, HexFormat.of().formatHex(remoteId));
  }

  /** Adds a frame. */
  public NativeBatch with(
      Instant heardAt, String transport, String address, int rssiDbm, String hex) {
    items.add(
        """
        {"t":"%s","m":%d,"tr":"%s","a":"%s","rssi":%d,"crc":true,"fmt":"odid","hex":"%s"}\
        """
            .formatted(
                heardAt, heardAt.toEpochMilli() * 1_000_000, transport, address, rssiDbm, hex));
    return this;
  }

  public String json() {
    return """
    {"v":1,"sensor":"%s","boot":1,"seq":%d,"sent":"%s","clock":{"src":"ntp"},\
    "rf":{"frames":%d,"crcBad":0},"items":[%s]}\
    """
        .formatted(sensor, sequence, sent, items.size(), String.join(",", items));
  }
}
