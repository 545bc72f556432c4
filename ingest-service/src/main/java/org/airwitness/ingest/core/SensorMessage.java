package org.airwitness.ingest.core;

import java.time.Instant;

/**
 * One message as it came from an authenticated sensor.
 *
 * @param topic MQTT topic it was published to
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record SensorMessage(SensorKey sensor, String topic, byte[] payload, Instant arrivedAt) {}
