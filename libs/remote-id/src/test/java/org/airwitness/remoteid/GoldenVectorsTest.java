package org.airwitness.remoteid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Payloads and what they mean, one per file: comment lines with {@code #}, hexadecimal lines,
 * {@code ---}, then one line per message and finding. The payloads were put together from the field
 * tables without the encoder.
 */
class GoldenVectorsTest {
  private static final Path FOLDER = Path.of("src/test/resources/vectors");
  private static final String DIVIDER = "---";

  static Stream<Path> vectors() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void decodesTo(Path vector) {
    List<String> lines = read(vector);
    int divider = lines.indexOf(DIVIDER);
    String hex =
        lines.subList(0, divider).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.replace(" ", ""))
            .collect(Collectors.joining());

    Decoded decoded = RemoteIdDecoder.decode(Bytes.ofHex(hex).toArray());

    assertThat(String.join("\n", render(decoded)))
        .isEqualTo(String.join("\n", lines.subList(divider + 1, lines.size())));
  }

  private static List<String> render(Decoded decoded) {
    return switch (decoded) {
      case Rejected rejected -> List.of("rejected " + rejected.reason().code());
      case Frame frame ->
          Stream.concat(
                  frame.messages().stream().map(Message::toString),
                  frame.findings().stream().map(GoldenVectorsTest::render))
              .toList();
    };
  }

  private static String render(Finding finding) {
    Field field = finding.field();
    return "finding %s %s message %d %s %s"
        .formatted(
            finding.reason().rule(),
            finding.reason().code(),
            finding.message(),
            field == null ? "-" : field.code(),
            finding.raw());
  }

  private static List<String> read(Path vector) {
    try {
      return Files.readAllLines(vector);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
