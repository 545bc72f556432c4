package org.airwitness.track.core;

/**
 * The bytes of one frame as the sensor delivered them; the array is owned by this record and never
 * changed.
 *
 * @param format what the bytes begin with, for example {@code odid}
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy per frame would be waste.
public record RawFrame(String format, byte[] bytes) {}
