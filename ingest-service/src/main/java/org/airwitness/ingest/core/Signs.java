package org.airwitness.ingest.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What messages of a sensor tell of how it fares. Absent values were not reported.
 *
 * @param framesReportedAt when it last said how many frames its radio heard, arrival
 * @param framesHeardAt when its radio last heard any, arrival
 * @param state the sensor's own word
 * @param reach the farthest sighting of each sector of the horizon
 */
public record Signs(
    @Nullable Instant framesReportedAt,
    @Nullable Instant framesHeardAt,
    @Nullable String state,
    @Nullable String firmware,
    @Nullable String model,
    Map<Integer, Reach> reach) {
  public static final Signs NONE = new Signs(null, null, null, null, null, Map.of());

  public Signs {
    reach = Map.copyOf(reach);
  }

  /** Reads the signs of a message that is on the bus. */
  public static Signs of(Sensor sensor, Verdict verdict) {
    Signs signs = ofObservations(sensor, verdict);
    for (StatusReport report : verdict.statuses()) {
      signs = signs.plus(of(report, verdict.message().arrivedAt()));
    }
    return signs;
  }

  private static Signs ofObservations(Sensor sensor, Verdict verdict) {
    if (verdict.observations().isEmpty() && verdict.duplicates() == 0) {
      return NONE;
    }
    return new Signs(
        null,
        verdict.message().arrivedAt(),
        null,
        null,
        null,
        Reach.of(sensor.position(), verdict.observations()));
  }

  private static Signs of(StatusReport report, Instant arrivedAt) {
    Long frames = report.framesHeard();
    return new Signs(
        frames == null ? null : arrivedAt,
        frames == null || frames == 0 ? null : arrivedAt,
        report.state(),
        report.firmware(),
        report.model(),
        Map.of());
  }

  /** Returns these signs brought up to date by later ones. */
  public Signs plus(Signs later) {
    Map<Integer, Reach> farthest = new HashMap<>(reach);
    later.reach.forEach((sector, other) -> farthest.merge(sector, other, Reach::farther));
    return new Signs(
        latest(framesReportedAt, later.framesReportedAt),
        latest(framesHeardAt, later.framesHeardAt),
        later.state == null ? state : later.state,
        later.firmware == null ? firmware : later.firmware,
        later.model == null ? model : later.model,
        farthest);
  }

  private static @Nullable Instant latest(@Nullable Instant one, @Nullable Instant other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return one.isAfter(other) ? one : other;
  }
}
