package org.airwitness.ingest.core;

import java.time.Instant;
import java.util.Objects;
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
    @Nullable String clockSource) {

  /** Returns this report brought up to date by a later one; frames add up. */
  StatusReport plus(StatusReport later) {
    return new StatusReport(
        later.reportedAt,
        latest(state, later.state),
        latest(firmware, later.firmware),
        latest(model, later.model),
        latest(position, later.position),
        sum(framesHeard, later.framesHeard),
        sum(framesCrcBad, later.framesCrcBad),
        latest(clockSource, later.clockSource));
  }

  /** Whether the sensor says the same of itself, wherever it is and whatever it counted. */
  boolean saysTheSameAs(StatusReport other) {
    return Objects.equals(state, other.state)
        && Objects.equals(firmware, other.firmware)
        && Objects.equals(model, other.model)
        && Objects.equals(clockSource, other.clockSource);
  }

  private static <T> @Nullable T latest(@Nullable T earlier, @Nullable T later) {
    return later == null ? earlier : later;
  }

  private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
    return one == null || other == null ? latest(one, other) : (Long) (one + other);
  }
}
