package org.airwitness.ingest.core;

import org.jspecify.annotations.Nullable;

/**
 * Something from quarantine that is to be decided on again.
 *
 * @param message the refused bytes, with the sensor, the topic and the time they first came with
 * @param item index in its message, null when they are a whole message
 * @param envelope what of its message the item cannot be read without, null when nothing
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record Resubmission(
    SensorMessage message, @Nullable Integer item, byte @Nullable [] envelope) {}
