package org.airwitness.airspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonitorSettingsTest {
  @ParameterizedTest(name = "known to {0} m: {1} m")
  @CsvSource({"NaN, 10", "3, 10", "10, 10", "30, 30", "185, 50"})
  void takesTheAccuracyOfThePositionForTheMarginOfAnExit(double accuracyM, double marginM) {
    assertThat(MonitorSettings.DEFAULT.exitMarginM(accuracyM)).isEqualTo(marginM);
  }

  @Test
  void refusesToLookAheadNotAtAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MonitorSettings.DEFAULT.withApproachTime(Duration.ZERO))
        .withMessageContaining("approachTime PT0S");
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 10, 50, 3, 1.5",
    "200, 60, 50, 3, 1.5",
    "200, 10, 50, 0, 1.5",
    "200, 10, 50, 3, 0"
  })
  void refusesNumbersOutOfRange(
      double distanceM, double marginM, double maxMarginM, int fixes, double release) {
    Duration time = Duration.ofSeconds(10);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new MonitorSettings(
                time, distanceM, 30, marginM, maxMarginM, fixes, time, time, 1_000, release, time));
  }
}
