package org.airwitness.ingest.core.format;

import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/**
 * Airwitness observation batch, version 1: what the antenna heard, unchanged, with both clocks, the
 * radio's counters and a batch number. Strict JSON; the items are judged one by one.
 *
 * <p>{@code docs/sensors.md} describes it for those who build sensors.
 */
final class NativeFormat implements SensorFormat {
  @Override
  public String name() {
    return "native";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return new NativeReader(message).read();
  }

  @Override
  public Reading decodeItem(SensorMessage item, int index, byte[] envelope) {
    return NativeEnvelope.readItem(item, index, envelope);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"boot\"") && Json.mentions(payload, "\"seq\"");
  }
}
