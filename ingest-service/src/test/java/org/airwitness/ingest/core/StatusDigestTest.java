package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatusDigestTest {
  private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");

  private final StatusDigest digest = new StatusDigest();

  @Test
  void tellsTheFirstAtOnceAndThenOneInTenSeconds() {
    assertThat(digest.add(report(0, null, 5L), at(0))).contains(report(0, null, 5L));
    for (int second = 1; second < 10; second++) {
      assertThat(digest.add(report(second, null, 2L), at(second))).isEmpty();
    }

    assertThat(digest.add(report(10, null, 2L), at(10))).contains(report(10, null, 20L));
    assertThat(digest.add(report(11, null, 7L), at(11))).isEmpty();
  }

  @Test
  void tellsAtOnceWhatIsNew() {
    digest.add(report(0, "normal", 5L), at(0));
    digest.add(report(1, "normal", 3L), at(1));

    assertThat(digest.add(report(2, "hot", 4L), at(2))).contains(report(2, "hot", 7L));
    assertThat(digest.add(report(3, "hot", 1L), at(3))).isEmpty();
  }

  @Test
  void aReportThatLeavesAThingOutSaysNothingNew() {
    digest.add(report(0, "normal", 5L), at(0));

    assertThat(digest.add(report(1, null, null), at(1))).isEmpty();
    assertThat(digest.add(report(12, null, 1L), at(12))).contains(report(12, null, 1L));
    assertThat(digest.add(report(13, "normal", 1L), at(13))).isEmpty();
  }

  @Test
  void tellsWhatCouldNotBeToldWithTheNext() {
    StatusReport first = digest.add(report(0, "normal", 5L), at(0)).orElseThrow();
    digest.add(report(1, "normal", 3L), at(1));

    digest.takeBack(first);

    assertThat(digest.add(report(2, "normal", 1L), at(2))).contains(report(2, "normal", 9L));
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }

  private static StatusReport report(int second, @Nullable String state, @Nullable Long frames) {
    return new StatusReport(at(second), state, "1.2", null, null, frames, null, "gnss");
  }
}
