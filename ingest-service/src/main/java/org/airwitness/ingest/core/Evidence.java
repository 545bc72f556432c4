package org.airwitness.ingest.core;

/**
 * What a sighting was decoded from, exactly as the sensor delivered it.
 *
 * @param format what the bytes are, for example {@code odid}; {@code docs/wire.md} lists them
 */
@SuppressWarnings("ArrayRecordComponent") // passed once, never compared
public record Evidence(String format, byte[] bytes) {}
