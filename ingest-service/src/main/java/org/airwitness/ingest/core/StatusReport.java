package org.airwitness.ingest.core;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a sensor says of itself. Absent values were not reported.
 *
 * @param reportedAt by the sensor's clock, or the time of arrival
 * @param state the sensor's own word, for example {@code normal}
 * @param framesHeard frames since the report before; zero means a dead radio
 * @param clockSource {@code gnss}, {@code ntp}, {@code rtc} or {@code none}
 */
public record StatusReport(
    Instant reportedAt,
    @Nullable String state,
    @Nullable String firmware,
    @Nullable String model,
    @Nullable GeoPoint position,
    @Nullable Long framesHeard,
    @Nullable Long framesCrcBad,
    @Nullable String clockSource) {}
