package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/**
 * ESP32 nodes (drone-mesh-mapper, Sky-Spy): the lines of their serial port or mesh, JSON or text,
 * as a gateway forwards them.
 *
 * <p>A node keeps one record for each transmitter and overwrites it with every frame, so that a
 * record often has a position or an identifier but not both. It gives neither time nor motion.
 */
final class Esp32Format implements SensorFormat {
  @Override
  public String name() {
    return "esp32";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, new Esp32Reader());
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"drone_long\"")
        || Json.mentions(payload, "\"heartbeat\"")
        || Json.mentions(payload, "maps.google.com/?q=");
  }
}
