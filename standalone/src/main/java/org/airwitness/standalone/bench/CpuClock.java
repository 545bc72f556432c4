package org.airwitness.standalone.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Processor time used so far by each part of a system, its child processes included. */
final class CpuClock {

  private final Map<String, Long> pidByPart;

  /**
   * @param pidByPart main process of each part
   */
  CpuClock(Map<String, Long> pidByPart) {
    this.pidByPart = Map.copyOf(pidByPart);
  }

  /** Processor time in microseconds by part; a part that is gone counts 0. */
  Map<String, Long> read() {
    var micros = new HashMap<String, Long>();
    pidByPart.forEach((part, pid) ->
        micros.put(part, ProcessHandle.of(pid).map(p -> micros(part, p)).orElse(0L)));
    return micros;
  }

  /** Only PostgreSQL works in children; those of the launcher are the other parts. */
  private static long micros(String part, ProcessHandle process) {
    long own = micros(process);
    return part.equals("postgres")
        ? own + process.descendants().mapToLong(CpuClock::micros).sum()
        : own;
  }

  private static long micros(ProcessHandle process) {
    return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1_000;
  }
}
