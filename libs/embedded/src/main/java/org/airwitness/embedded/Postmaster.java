package org.airwitness.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The main process of a PostgreSQL server as its {@code postmaster.pid} names it: first line the
 * process id, third line the start time in Unix seconds.
 */
final class Postmaster {

  private static final Duration START_TOLERANCE = Duration.ofSeconds(30);

  private Postmaster() {}

  /**
   * The living process which the file of this cluster names. A process that merely got the same id
   * later is told apart by its start time, and its file is deleted: it would keep a new server from
   * starting.
   */
  static Optional<ProcessHandle> living(Path cluster) throws IOException {
    var file = cluster.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    var lines = Files.readAllLines(file);
    if (lines.size() < 3) {
      return Optional.empty();
    }
    var process = ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    if (process.isEmpty()) {
      return Optional.empty();
    }
    var started = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
    if (isSame(process.get(), started)) {
      return process;
    }
    Files.delete(file);
    return Optional.empty();
  }

  private static boolean isSame(ProcessHandle process, Instant started) {
    return process
        .info()
        .startInstant()
        .map(s -> Duration.between(s, started).abs().compareTo(START_TOLERANCE) < 0)
        .orElse(true);
  }
}
