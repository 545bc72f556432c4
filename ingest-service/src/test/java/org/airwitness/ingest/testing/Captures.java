package org.airwitness.ingest.testing;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recordings of real receivers; a test that needs one is skipped with a notice without it. */
public final class Captures {
  private Captures() {}

  /** Returns the file of a capture. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("airwitness.test-data", "."), name);
    if (!Files.isRegularFile(file)) {
      String notice = "SKIPPED: real capture " + name + " is not at " + file.toAbsolutePath();
      System.out.println(notice);
      abort(notice);
    }
    return file;
  }

  public static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(file(name));
  }

  public static List<String> lines(String name) throws IOException {
    return Files.readAllLines(file(name));
  }
}
