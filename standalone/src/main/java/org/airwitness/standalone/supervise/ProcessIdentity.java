package org.airwitness.standalone.supervise;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process as it can be known again later: its id alone may since belong to another process, so
 * the start time is part of it.
 *
 * @param startedAtMs start time in Unix milliseconds, 0 where the system does not tell
 */
public record ProcessIdentity(long pid, long startedAtMs) {

  /** The start time is derived from the boot time, which the system clock may move a little. */
  private static final Duration TOLERANCE = Duration.ofSeconds(5);

  public static ProcessIdentity of(ProcessHandle process) {
    return new ProcessIdentity(process.pid(), startedAtMs(process));
  }

  /** The process, when it still lives and is the same one. */
  public Optional<ProcessHandle> findLiving() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
  }

  private boolean isSame(ProcessHandle process) {
    var now = startedAtMs(process);
    return startedAtMs == 0 || now == 0 || Math.abs(now - startedAtMs) <= TOLERANCE.toMillis();
  }

  private static long startedAtMs(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }
}
