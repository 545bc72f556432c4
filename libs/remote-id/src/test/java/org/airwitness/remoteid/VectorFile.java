package org.airwitness.remoteid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A payload and what it means: comment lines with {@code #}, hexadecimal lines that may end with a
 * comment, {@code ---}, then what the decoder should make of it. The payloads were put together
 * from the field tables, without an encoder.
 */
record VectorFile(String name, Bytes content, String expected) {
  private static final Path FOLDER = Path.of("src/test/resources/vectors");
  private static final String DIVIDER = "---";

  /** The vectors of a folder, without those of folders in it. */
  static Stream<VectorFile> list(String folder) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
      return files.filter(Files::isRegularFile).sorted().map(VectorFile::read).toList().stream();
    }
  }

  private static VectorFile read(Path file) {
    List<String> lines = lines(file);
    int divider = lines.indexOf(DIVIDER);
    String hex =
        lines.subList(0, divider).stream()
            .map(line -> line.replaceFirst("#.*", "").replace(" ", ""))
            .collect(Collectors.joining());
    return new VectorFile(
        file.getFileName().toString(),
        Bytes.ofHex(hex),
        String.join("\n", lines.subList(divider + 1, lines.size())));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte[] payload() {
    return content.toArray();
  }

  /** A finding as vectors write it. */
  static String render(Finding finding) {
    Field field = finding.field();
    return "finding %s %s message %d %s %s"
        .formatted(
            finding.reason().rule(),
            finding.reason().code(),
            finding.message(),
            field == null ? "-" : field.code(),
            finding.raw());
  }

  @Override
  public String toString() {
    return name;
  }
}
