package org.airwitness.airspace;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Files for tests: our own from the class path, real ones from outside the project. */
public final class TestData {
  private static final Path ROOT =
      Path.of(System.getProperty("airwitness.test-data", "/nonexistent"), "zones");

  private TestData() {}

  /** Bytes of a real file; skips the test with a notice when it is absent. */
  public static byte[] external(String name) {
    Path file = ROOT.resolve(name);
    if (!Files.isRegularFile(file)) {
      String notice = "skipped: test data not found: " + file;
      System.out.println(notice);
      Assumptions.abort(notice);
    }
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Real file as a JSON tree. */
  public static JsonNode externalJson(String name) {
    return json(external(name));
  }

  /** Real file as lines. */
  public static List<String> externalLines(String name) {
    return new String(external(name), UTF_8).lines().toList();
  }

  /** Bytes of a file of this module. */
  public static byte[] own(String name) {
    try (InputStream in = TestData.class.getResourceAsStream("/zones/" + name)) {
      return in == null ? fail("no test resource " + name) : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static JsonNode json(byte[] text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
