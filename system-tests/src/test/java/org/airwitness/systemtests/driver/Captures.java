package org.airwitness.systemtests.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Recordings of real drones; tests that need one which is not at hand skip with a notice. */
public final class Captures {
  private static final Path ROOT = Path.of(System.getProperty("airwitness.test-data", "."));

  private Captures() {}

  /**
   * The text of a recording.
   *
   * @param purpose what is not checked without it
   */
  public static String read(String name, String purpose) {
    Path file = ROOT.resolve(name);
    if (!Files.isReadable(file)) {
      String notice = "SKIPPED: %s is missing; not checked: %s".formatted(file, purpose);
      System.out.println(notice);
      Assumptions.abort(notice);
    }
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a recording. */
  public static List<String> readLines(String name, String purpose) {
    return read(name, purpose).lines().filter(line -> !line.isBlank()).toList();
  }
}
