package org.airwitness.alert.core.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryScheduleTest {
  private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<Duration> STEPS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private final RetrySchedule schedule = withRandom(0.5);

  @Test
  void triesTenTimesAndThenGivesUp() {
    assertThat(delaysUntilItFails(schedule)).isEqualTo(STEPS);
  }

  @Test
  void variesEachDelayByATenthAtMost() {
    assertThat(firstDelay(withRandom(0))).isEqualTo(Duration.ofMillis(4500));
    assertThat(firstDelay(withRandom(0.999999))).isEqualTo(Duration.ofMillis(5500));
    var random = new RetrySchedule(new Random(7));
    for (int i = 0; i < 100; i++) {
      List<Duration> delays = delaysUntilItFails(random);
      for (int step = 0; step < delays.size(); step++) {
        double ratio = (double) delays.get(step).toMillis() / STEPS.get(step).toMillis();
        assertThat(ratio).isBetween(0.9, 1.1);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, PT60S, PT60S",
    "1, PT1S, PT5S",
    "1, PT1H, PT5M",
    "2, PT20M, PT20M",
    "8, PT48H, PT24H",
    "9, PT48H, PT24H"
  })
  void waitsAsAskedUpToTheNextStep(int attempts, Duration asked, Duration waited) {
    assertThat(schedule.next(attempts, T0, Optional.of(asked))).contains(T0.plus(waited));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 204, 299})
  void countsOnly2xxAsDelivered(int status) {
    assertThat(settle(status, 1)).isInstanceOf(Settlement.Delivered.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {199, 300, 301, 302, 304, 307, 308, 400, 401, 404, 429, 500, 502, 503, 504})
  void triesAgainAfterEveryOtherAnswer(int status) {
    assertThat(settle(status, 1)).isEqualTo(new Settlement.Again(T0.plusSeconds(5)));
    assertThat(settle(status, RetrySchedule.MAX_ATTEMPTS)).isInstanceOf(Settlement.Failed.class);
  }

  @Test
  void triesAgainWhenThereIsNoAnswer() {
    var outcome = Outcome.unanswered("no answer");
    assertThat(Settlement.of(outcome, 3, T0, schedule))
        .isEqualTo(new Settlement.Again(T0.plus(Duration.ofMinutes(30))));
  }

  @Test
  void endsTheSubscriptionOfAReceiverThatIsGone() {
    assertThat(settle(410, 1)).isInstanceOf(Settlement.Gone.class);
  }

  @ParameterizedTest
  @CsvSource({
    "120, PT2M",
    "' 7 ', PT7S",
    "'Sun, 01 Mar 2026 12:00:30 GMT', PT30S",
    "9999999999, PT8760H"
  })
  void readsWhatAReceiverAsksFor(String header, Duration wait) {
    assertThat(RetryAfter.parse(header, T0)).contains(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-5", "soon", "1.5", "Sun, 01 Mar 2026 11:59:59 GMT"})
  void ignoresWhatNobodyCanAskFor(String header) {
    assertThat(RetryAfter.parse(header, T0)).isEmpty();
  }

  private Settlement settle(int status, int attempt) {
    return Settlement.of(Outcome.answered(status, Optional.empty()), attempt, T0, schedule);
  }

  private static Duration firstDelay(RetrySchedule schedule) {
    return Duration.between(T0, schedule.next(1, T0, Optional.empty()).orElseThrow());
  }

  /** Lets time run from attempt to attempt. */
  private static List<Duration> delaysUntilItFails(RetrySchedule schedule) {
    List<Duration> delays = new ArrayList<>();
    Instant now = T0;
    var outcome = Outcome.answered(500, Optional.empty());
    int attempt = 1;
    while (Settlement.of(outcome, attempt, now, schedule) instanceof Settlement.Again(Instant at)) {
      delays.add(Duration.between(now, at));
      now = at;
      attempt++;
    }
    return delays;
  }

  private static RetrySchedule withRandom(double value) {
    return new RetrySchedule(
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public double nextDouble() {
            return value;
          }
        });
  }
}
