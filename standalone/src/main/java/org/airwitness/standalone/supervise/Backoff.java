package org.airwitness.standalone.supervise;

import java.time.Duration;

/**
 * How long to wait before a process is started again: at once after a long life, longer and longer
 * when it keeps dying young.
 */
final class Backoff {

  static final Duration FIRST = Duration.ofMillis(250);
  static final Duration LONGEST = Duration.ofSeconds(10);
  static final Duration LONG_LIFE = Duration.ofSeconds(30);

  private int youngDeaths;

  /** The wait after a life of this length. */
  Duration afterLifeOf(Duration life) {
    youngDeaths = life.compareTo(LONG_LIFE) >= 0 ? 0 : youngDeaths + 1;
    var factor = 1L << Math.min(Math.max(youngDeaths - 1, 0), 10);
    var wait = FIRST.multipliedBy(factor);
    return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
  }

  /** Deaths since the last long life. */
  int youngDeaths() {
    return youngDeaths;
  }
}
