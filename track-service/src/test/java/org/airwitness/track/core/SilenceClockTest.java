package org.airwitness.track.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SilenceClockTest {
  private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");

  private final SilenceClock clock = new SilenceClock(T0);

  @Test
  void goesOnWithTheWallClock() {
    clock.tick(T0.plusSeconds(1));
    assertThat(clock.tick(T0.plusSeconds(2))).isEqualTo(T0.plusSeconds(2));
  }

  @Test
  void standsStillWhileTheServiceIsHeldUp() {
    clock.tick(T0.plusSeconds(1));
    clock.tick(T0.plusSeconds(301));
    assertThat(clock.now()).isEqualTo(T0.plusSeconds(3));
  }

  @Test
  void neverGoesBackWhenTheWallClockDoes() {
    clock.tick(T0.plusSeconds(1));
    clock.tick(T0.minusSeconds(3600));
    assertThat(clock.now()).isEqualTo(T0.plusSeconds(1));
    assertThat(clock.tick(T0.minusSeconds(3599))).isEqualTo(T0.plusSeconds(2));
  }
}
