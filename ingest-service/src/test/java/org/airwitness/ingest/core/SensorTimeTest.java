package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SensorTimeTest {
  private static final Instant ARRIVED = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aTimeThatCanBeRightIsTaken() {
    for (Duration late : new Duration[] {Duration.ofSeconds(-60), Duration.ofDays(3)}) {
      Instant received = ARRIVED.minus(late);

      assertThat(SensorTime.of(received).resolve(ARRIVED))
          .isEqualTo(new SensorTime.Event(received, null, null));
    }
  }

  @Test
  void withoutATimeTheArrivalIsTakenWithoutSkew() {
    assertThat(SensorTime.NONE.resolve(ARRIVED))
        .isEqualTo(new SensorTime.Event(ARRIVED, null, null));
  }

  /** The wrong clock still tells how long the frame waited; the skew is that of the clock alone. */
  @ParameterizedTest
  @CsvSource({
    // received, sent, trusted, held in s, finding
    "2026-03-01T12:01:01Z, 2026-03-01T12:01:04Z, true, 3, clock.ahead",
    "1970-01-01T00:10:00Z, 1970-01-01T00:10:02.500Z, true, 2.5, clock.unset",
    "2018-12-31T23:59:59Z, 2019-01-01T00:00:01Z, true, 2, clock.unset",
    "2026-03-01T11:59:50Z, 2026-03-01T11:59:59Z, false, 9, clock.unset",
    "2030-01-01T00:00:00Z, 2030-01-01T01:00:00Z, true, 3600, clock.ahead",
    "2030-01-01T00:00:00Z, 2030-01-01T01:00:01Z, true, 0, clock.ahead",
    "2030-01-01T00:00:09Z, 2030-01-01T00:00:00Z, true, 0, clock.ahead",
    "2030-01-01T00:00:09Z, , true, 0, clock.ahead",
  })
  void aWrongClockIsReplacedAndItsSkewTold(
      Instant received, @Nullable Instant sent, boolean trusted, double heldS, String finding) {
    SensorTime.Event event = new SensorTime(received, trusted, sent).resolve(ARRIVED);

    assertThat(event.at()).isEqualTo(ARRIVED.minusMillis(Math.round(heldS * 1000)));
    assertThat(event.finding()).isEqualTo(finding);
    assertThat(event.at().plus(event.skew())).isEqualTo(received);
    if (sent != null && heldS > 0) {
      assertThat(event.skew()).isEqualTo(Duration.between(ARRIVED, sent));
    }
  }
}
