package org.airwitness.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Duration SHORT_LIFE = Duration.ofSeconds(1);

  private final Backoff backoff = new Backoff();

  @Test
  void waitsLongerAfterEachYoungDeath() {
    assertThat(backoff.afterLifeOf(SHORT_LIFE)).isEqualTo(Duration.ofMillis(250));
    assertThat(backoff.afterLifeOf(SHORT_LIFE)).isEqualTo(Duration.ofMillis(500));
    assertThat(backoff.afterLifeOf(SHORT_LIFE)).isEqualTo(Duration.ofSeconds(1));
    assertThat(backoff.youngDeaths()).isEqualTo(3);
  }

  @Test
  void neverWaitsLongerThanTenSeconds() {
    for (int i = 0; i < 100; i++) {
      assertThat(backoff.afterLifeOf(SHORT_LIFE)).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void forgetsYoungDeathsAfterLongLife() {
    backoff.afterLifeOf(SHORT_LIFE);
    backoff.afterLifeOf(SHORT_LIFE);

    var wait = backoff.afterLifeOf(Duration.ofMinutes(5));

    assertThat(wait).isEqualTo(Duration.ofMillis(250));
    assertThat(backoff.youngDeaths()).isZero();
  }
}
