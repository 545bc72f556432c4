package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/**
 * Batches of raw frames in hexadecimal as DroneAware nodes send them, over MQTT or in the body of
 * an HTTP request: {@code {"node_id":…,"events":[…]}}, or events one by one.
 *
 * <p>The bytes are decoded here; what the node itself made of them is left aside. {@code node_id}
 * must be the sensor's id.
 */
final class RawHexFormat implements SensorFormat {
  @Override
  public String name() {
    return "raw-hex";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, RawHexReader::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"rid_payload_hex\"")
        || Json.mentions(payload, "\"service_data_hex\"")
        || Json.mentions(payload, "\"node_id\"") && Json.mentions(payload, "\"payload\"");
  }
}
