package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HourTimeTest {

  @ParameterizedTest
  @CsvSource({
    // received, tenths after the hour, measured
    "2026-03-01T12:42:18.100Z, 25371, 2026-03-01T12:42:17.100Z",
    "2026-03-01T12:00:00.500Z, 35990, 2026-03-01T11:59:59Z",
    "2026-03-01T00:00:01Z,     35995, 2026-02-28T23:59:59.500Z",
    "2026-03-01T11:59:59Z,         5, 2026-03-01T12:00:00.500Z",
    "2026-03-01T12:00:01Z,     36000, 2026-03-01T12:00:00Z",
    "2026-03-01T12:59:59Z,     36000, 2026-03-01T13:00:00Z",
    "2026-03-01T12:00:00Z,         0, 2026-03-01T12:00:00Z",
    "2026-03-01T12:30:00Z,         0, 2026-03-01T12:00:00Z",
    "2026-03-01T12:30:00.001Z,     0, 2026-03-01T13:00:00Z",
    "1969-12-31T23:59:59Z,     35980, 1969-12-31T23:59:58Z",
  })
  void findsTheClosestMoment(Instant received, int tenths, Instant measured) {
    HourTime resolved = HourTime.resolve(received, tenths);

    assertThat(resolved.time()).isEqualTo(measured);
    assertThat(resolved.skew()).isEqualTo(Duration.between(measured, received));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T12:42:17.100Z,         25371",
    "2026-03-01T12:42:17.199999999Z,   25371",
    "2026-03-01T12:00:00Z,                 0",
    "2026-03-01T12:59:59.999999999Z,   35999",
    "1969-12-31T23:59:58.050Z,         35980",
  })
  void countsTenthsFromTheFullHour(Instant moment, int tenths) {
    assertThat(HourTime.tenths(moment)).isEqualTo(tenths);
  }

  @Test
  void seesALargeErrorOnlyModuloOneHour() {
    Instant received = Instant.parse("2026-03-01T12:00:00Z");
    int late2360s = (3600 - 2360) * 10;

    assertThat(HourTime.resolve(received, late2360s).skew()).isEqualTo(Duration.ofSeconds(-1240));
  }

  @Test
  void agreesWithTheThreeCandidates() {
    Random random = new Random(6);
    for (int i = 0; i < 20_000; i++) {
      long receivedMs = random.nextLong(0, 4_000_000_000_000L);
      int tenths = random.nextInt(36_001);
      HourTime resolved = HourTime.resolve(Instant.ofEpochMilli(receivedMs), tenths);
      long skewMs = resolved.skew().toMillis();

      assertThat(skewMs).isGreaterThan(-1_800_000).isLessThanOrEqualTo(1_800_000);
      assertThat(Math.abs(skewMs)).isEqualTo(closestMs(receivedMs, tenths));
      assertThat(resolved.time()).isEqualTo(Instant.ofEpochMilli(receivedMs - skewMs));
    }
  }

  private static long closestMs(long receivedMs, int tenths) {
    long base = receivedMs / 3_600_000 * 3_600_000 + tenths * 100L;
    long closest = Long.MAX_VALUE;
    for (long hours = -1; hours <= 1; hours++) {
      closest = Math.min(closest, Math.abs(receivedMs - base - hours * 3_600_000));
    }
    return closest;
  }

  @Test
  void refusesTimesBeyondTheHour() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HourTime.resolve(Instant.EPOCH, 36_001))
        .withMessageContaining("0 to 36000");
    assertThatIllegalArgumentException().isThrownBy(() -> HourTime.resolve(Instant.EPOCH, -1));
  }
}
