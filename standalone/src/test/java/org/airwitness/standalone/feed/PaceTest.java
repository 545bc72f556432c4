package org.airwitness.standalone.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

  private static final Instant START = Instant.parse("2023-04-01T16:15:30.400Z");

  @Test
  void keepsRecordedPace() {
    var pace = new Pace(1);

    assertThat(pace.due(START)).isZero();
    assertThat(pace.due(START.plusMillis(1_500))).isEqualTo(Duration.ofMillis(1_500));
    assertThat(pace.due(START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(60));
  }

  @Test
  void dividesPausesBySpeed() {
    var pace = new Pace(10);
    pace.due(START);

    assertThat(pace.due(START.plusSeconds(60))).isEqualTo(Duration.ofSeconds(6));
  }

  @Test
  void knowsNoPausesAtMaximalSpeed() {
    var pace = new Pace(Double.POSITIVE_INFINITY);
    pace.due(START);

    assertThat(pace.due(START.plusSeconds(3_600))).isZero();
  }

  @Test
  void doesNotWaitForTimesThatGoBack() {
    var pace = new Pace(1);
    pace.due(START);

    assertThat(pace.due(START.minusSeconds(5))).isZero();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN})
  void rejectsSpeedThatIsNotPositive(double speed) {
    assertThatThrownBy(() -> new Pace(speed)).isInstanceOf(IllegalArgumentException.class);
  }
}
