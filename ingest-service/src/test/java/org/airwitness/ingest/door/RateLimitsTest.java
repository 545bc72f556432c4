package org.airwitness.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.airwitness.ingest.config.DoorConfig;
import org.airwitness.ingest.core.Allowance;
import org.airwitness.ingest.core.Sensor;
import org.airwitness.ingest.core.SensorKey;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.api.Test;

/** 10 messages a second and sensor, 15 a second and agency, one second saved up. */
class RateLimitsTest {
  private static final int SMALL = 100;

  private final StoppedClock clock = new StoppedClock();
  private final RateLimits limits = new RateLimits(config(), clock);

  private static final class StoppedClock implements TimeMeter {
    private long nanos = 1;

    void advance(Duration by) {
      nanos += by.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private static DoorConfig config() {
    return new SmallRyeConfigBuilder()
        .withMapping(DoorConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(
            Map.of(
                "airwitness.ingest.sensor-messages-per-second", "10",
                "airwitness.ingest.agency-messages-per-second", "15",
                "airwitness.ingest.burst", "1s"))
        .build()
        .getConfigMapping(DoorConfig.class);
  }

  private static Sensor sensor(String agency, String id, Allowance allowance) {
    return new Sensor(
        new SensorKey(new AgencyId(agency), id), "native", null, false, new UUID(0, 0), allowance);
  }

  private static Sensor sensor(String agency, String id) {
    return sensor(agency, id, Allowance.ORDINARY);
  }

  private Duration charge(Sensor sensor, int messages) {
    Duration last = Duration.ZERO;
    for (int i = 0; i < messages; i++) {
      last = limits.charge(sensor, SMALL);
    }
    return last;
  }

  @Test
  void aSensorPaysForWhatItSendsBeyondItsRate() {
    Sensor roof = sensor("police", "roof");

    assertThat(charge(roof, 10)).isZero();
    assertThat(charge(roof, 1)).isEqualTo(Duration.ofMillis(100));
    assertThat(charge(roof, 1)).isEqualTo(Duration.ofMillis(200));
    assertThat(limits.untilAllowed(roof)).isEqualTo(Duration.ofMillis(300));
    clock.advance(Duration.ofMillis(300));
    assertThat(limits.untilAllowed(roof)).isZero();
  }

  @Test
  void aLargeMessageCountsOncePerStarted4KiB() {
    Sensor roof = sensor("police", "roof");

    assertThat(limits.charge(roof, 10 * 4096)).isZero();
    assertThat(limits.charge(roof, 4097)).isEqualTo(Duration.ofMillis(200));
  }

  @Test
  void sensorsOfAnAgencyShareItsRateAndNobodyElsePays() {
    charge(sensor("police", "roof"), 10);

    assertThat(charge(sensor("police", "mast"), 5)).isZero();
    assertThat(charge(sensor("police", "mast"), 1))
        .isBetween(Duration.ofMillis(66), Duration.ofMillis(67));
    assertThat(charge(sensor("coast", "roof"), 10)).isZero();
  }

  @Test
  void whatWasGrantedReplacesTheOrdinaryLimit() {
    Sensor granted = sensor("police", "roof", new Allowance(100, 1000));

    assertThat(charge(granted, 100)).isZero();
    assertThat(charge(granted, 1)).isEqualTo(Duration.ofMillis(10));
  }
}
