package org.airwitness.ingest.core;

import java.util.UUID;

/**
 * Number of a batch in the life of a sensor, with a digest of its content.
 *
 * @param boot grows with each restart of the sensor
 * @param sequence grows by one with each batch
 */
public record BatchKey(long boot, long sequence, UUID content) {}
