package org.airwitness.ingest.core;

/** A message format sensors speak. */
public interface SensorFormat {
  /** Name in the registry, for example {@code native}. */
  String name();

  /** Decodes a message. Total: what cannot be used comes back as refusals, item by item. */
  Reading decode(SensorMessage message);

  /**
   * Decodes one item of an earlier message, which was refused then; total like {@link #decode}.
   *
   * @param item the item as a message of its own
   * @param index its index in the earlier message
   * @param envelope what this format, or another the sensor had, kept of the earlier message
   */
  default Reading decodeItem(SensorMessage item, int index, byte[] envelope) {
    return decode(item);
  }

  /** Whether content that another format refused looks like this one; a hint, never a choice. */
  boolean resembles(byte[] payload);
}
