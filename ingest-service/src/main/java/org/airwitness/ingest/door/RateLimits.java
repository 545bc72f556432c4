package org.airwitness.ingest.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.core.Sensor;

/**
 * How fast sensors and agencies may send. A message that has come in is always taken, and its cost
 * charged; whoever owes is not read from until the debt is paid off.
 */
final class RateLimits {
  private static final int UNIT_BYTES = 4096;
  private static final int MAX_REMEMBERED = 20_000;

  private final int sensorPerSecond;
  private final int agencyPerSecond;
  private final Duration burst;
  private final TimeMeter clock;
  private final Cache<Limited, Bucket> buckets;

  /** Who is limited, and to what: another limit is another bucket. */
  private record Limited(Object who, int perSecond) {}

  RateLimits(DoorConfig config, TimeMeter clock) {
    this.sensorPerSecond = config.sensorMessagesPerSecond();
    this.agencyPerSecond = config.agencyMessagesPerSecond();
    this.burst = config.burst();
    this.clock = clock;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MAX_REMEMBERED)
            .expireAfterAccess(burst.multipliedBy(2).plusMinutes(10)) // full again by then
            .build();
  }

  /**
   * Charges a message; returns how long its sensor should send no more, zero when within limits.
   */
  Duration charge(Sensor sensor, int bytes) {
    long cost = Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    return Duration.ofNanos(
        Math.max(
            ofSensor(sensor).consumeIgnoringRateLimits(cost),
            ofAgency(sensor).consumeIgnoringRateLimits(cost)));
  }

  /** Returns how long a sensor has to wait before it may send; zero when it need not. */
  Duration untilAllowed(Sensor sensor) {
    return Duration.ofNanos(
        Math.max(untilAllowed(ofSensor(sensor)), untilAllowed(ofAgency(sensor))));
  }

  private static long untilAllowed(Bucket bucket) {
    return bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
  }

  private Bucket ofSensor(Sensor sensor) {
    Integer granted = sensor.allowance().sensorMessagesPerSecond();
    return bucket(new Limited(sensor.key(), granted == null ? sensorPerSecond : granted));
  }

  private Bucket ofAgency(Sensor sensor) {
    Integer granted = sensor.allowance().agencyMessagesPerSecond();
    return bucket(new Limited(sensor.key().agency(), granted == null ? agencyPerSecond : granted));
  }

  private Bucket bucket(Limited limited) {
    return buckets.get(limited, this::full);
  }

  private Bucket full(Limited limited) {
    long capacity = Math.max(1, limited.perSecond() * burst.toMillis() / 1000);
    return Bucket.builder()
        .addLimit(limit ->
            limit.capacity(capacity).refillGreedy(limited.perSecond(), Duration.ofSeconds(1)))
        .withCustomTimePrecision(clock)
        .build();
  }
}
