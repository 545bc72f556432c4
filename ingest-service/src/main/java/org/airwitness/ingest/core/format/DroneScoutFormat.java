package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/**
 * BlueMark DroneScout: JSON objects {@code {"protocol":1.0,"data":{…}}}, one or several to a
 * message, where {@code UASdata} is the memory structure of the Open Drone ID library in base64.
 *
 * <p>Besides {@code data} there are {@code status} and {@code location} (reports of the sensor) and
 * {@code aircraft} and {@code mobile network}, which are counted and left aside. The sensor's own
 * {@code sensor ID} is the vendor's name for it and is not compared with the registry.
 */
final class DroneScoutFormat implements SensorFormat {
  @Override
  public String name() {
    return "dronescout";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, DroneScoutReader::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"UASdata\"") || Json.mentions(payload, "\"protocol\"");
  }
}
