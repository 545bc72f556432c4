package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/**
 * WarDragon kits: what DragonSync publishes over MQTT (drones, signals, health), and the lists of
 * message blocks its decoder publishes over ZMQ, which a gateway forwards.
 *
 * <p>{@code seen_by} names a kit and is not compared: each kit signs in as a sensor of its own.
 */
final class DragonSyncFormat implements SensorFormat {
  @Override
  public String name() {
    return "dragonsync";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.AS_ITEM, DragonSyncReader::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"track_type\"")
        || Json.mentions(payload, "\"seen_by\"")
        || Json.mentions(payload, "\"Location/Vector Message\"")
        || Json.mentions(payload, "\"gpsd_time_utc\"")
        || Json.mentions(payload, "\"Basic ID\":");
  }
}
