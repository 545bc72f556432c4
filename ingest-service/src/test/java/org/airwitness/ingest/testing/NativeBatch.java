package org.airwitness.ingest.testing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A native batch under construction; everything in it is right unless a test changes it. */
public final class NativeBatch {
  private final String sensor;
  private final long seq;
  private final Instant now;
  private final List<String> items = new ArrayList<>();

  public NativeBatch(String sensor, long seq, Instant now) {
    this.sensor = sensor;
    this.seq = seq;
    this.now = now;
  }

  /** Adds a Wi-Fi beacon. */
  public NativeBatch with(String hex) {
    return with(Drone.ADDRESS, "wifi-beacon", hex);
  }

  public NativeBatch with(String address, String transport, String hex) {
    return item(
        """
        {"t":"%s","m":812345678901,"tr":"%s","a":"%s","ch":6,"mhz":2437,"rssi":-61,"cnt":93,\
        "crc":true,"fmt":"odid","hex":"%s"}\
        """
            .formatted(now, transport, address, hex));
  }

  public NativeBatch item(String json) {
    items.add(json);
    return this;
  }

  public String json() {
    return """
    {"v":1,"sensor":"%s","boot":7,"seq":%d,"sent":"%s","clock":{"src":"gnss","errMs":20},\
    "rf":{"frames":12041,"crcBad":31},"items":[%s]}\
    """
        .formatted(sensor, seq, now, String.join(",", items));
  }
}
