package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  /** Seconds before now; a missing one never happened. */
  @ParameterizedTest
  @CsvSource({
    ",,, NEVER_SEEN",
    "5,,, ONLINE",
    "89,,, ONLINE",
    "90,,, SILENT",
    "90,90,90, SILENT",
    "5,5,5, ONLINE",
    "5,5,89, ONLINE",
    "5,5,90, DEAF",
    "5,5,, DEAF",
    "5,300,, ONLINE",
    "5,,300, ONLINE",
  })
  void tellsHowASensorFares(Integer seen, Integer reported, Integer heard, Health expected) {
    assertThat(Health.of(ago(seen), ago(reported), ago(heard), NOW)).isEqualTo(expected);
  }

  private static Instant ago(Integer seconds) {
    return seconds == null ? null : NOW.minusSeconds(seconds);
  }
}
