package org.airwitness.remoteid;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Real captures outside the project; tests that need them are skipped where they are absent. */
final class TestData {
  static final ObjectMapper JSON = new ObjectMapper();

  private TestData() {}

  static Path file(String name) {
    Path file = Path.of(System.getProperty("airwitness.test-data", "test-data")).resolve(name);
    if (!Files.isReadable(file)) {
      System.out.println("SKIPPED, no test data: " + file.toAbsolutePath().normalize());
    }
    assumeTrue(Files.isReadable(file), () -> "no test data: " + file);
    return file;
  }

  /** The JSON values of a file, whether one per line, in an array, or simply one after another. */
  static List<JsonNode> values(String name) {
    List<JsonNode> values = new ArrayList<>();
    try (var parsed = JSON.readerFor(JsonNode.class).<JsonNode>readValues(file(name).toFile())) {
      parsed.forEachRemaining(value -> {
        if (value.isArray()) {
          value.forEach(values::add);
        } else {
          values.add(value);
        }
      });
      return values;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
