package org.airwitness.standalone.supervise;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The log file of one process. When it is full it becomes {@code <name>.log.1}, and what was there
 * before is dropped: never more than twice the limit on disk.
 */
final class RotatingLog {

  static final long LIMIT_BYTES = 10L * 1024 * 1024;

  private final Path file;
  private final long limitBytes;

  RotatingLog(Path file, long limitBytes) {
    this.file = file;
    this.limitBytes = limitBytes;
  }

  Path file() {
    return file;
  }

  /** Copies the stream into the log until it ends. */
  void drain(InputStream stream) throws IOException {
    var buffer = new byte[8192];
    int length = stream.read(buffer);
    while (length >= 0) {
      length = drainOneFile(stream, buffer, length);
    }
  }

  private int drainOneFile(InputStream stream, byte[] buffer, int pending) throws IOException {
    int length = pending;
    try (var out = open()) {
      long written = Files.size(file);
      while (length >= 0 && written + length <= limitBytes) {
        out.write(buffer, 0, length);
        written += length;
        length = stream.read(buffer);
      }
      if (length < 0) {
        return length;
      }
    }
    rotate();
    if (length > limitBytes) {
      return stream.read(buffer); // only a limit smaller than one buffer gets here
    }
    return length;
  }

  private OutputStream open() throws IOException {
    Files.createDirectories(file.getParent());
    return Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private void rotate() throws IOException {
    Files.move(
        file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
  }

  /** The last lines of the log, at most {@code count}, for an error message. */
  List<String> tail(int count) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    return lines.subList(Math.max(0, lines.size() - count), lines.size());
  }
}
