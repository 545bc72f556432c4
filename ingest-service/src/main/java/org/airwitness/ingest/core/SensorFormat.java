package org.airwitness.ingest.core;

/** A message format sensors speak. */
public interface SensorFormat {
  /** Name in the registry, for example {@code native}. */
  String name();

  /** Decodes a message. Total: what cannot be used comes back as refusals, item by item. */
  Reading decode(SensorMessage message);

  /** Whether content that another format refused looks like this one; a hint, never a choice. */
  boolean resembles(byte[] payload);
}
