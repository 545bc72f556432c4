package org.airwitness.ingest.core;

import org.jspecify.annotations.Nullable;

/**
 * How a message was read whose items were refused, to be kept with them.
 *
 * @param format name of the {@link SensorFormat}
 * @param envelope what of the message its items cannot be read without, null when nothing
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record ReadAs(String format, byte @Nullable [] envelope) {}
