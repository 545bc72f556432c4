package org.airwitness.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The protobuf schemas keep their style, and today's can read what yesterday's wrote. */
class BufTest {
  private static final Path MODULE = Path.of("").toAbsolutePath();

  @TempDir Path scratch;

  @Test
  void keepsTheStyle() throws Exception {
    assertThat(buf(MODULE, "lint")).isEmpty();
  }

  @Test
  void staysCompatibleWithTheBaseline() throws Exception {
    assertThat(buf(MODULE, "breaking", "--against", "baseline/v1.binpb")).isEmpty();
  }

  @Test
  void wouldNoticeAFieldThatChangesItsType() throws Exception {
    Path proto = copyOfTheModule().resolve("src/main/protobuf/airwitness/v1/track.proto");
    String changed = Files.readString(proto).replace("uint64 sequence = 3", "string sequence = 3");
    Files.writeString(proto, changed);
    assertThat(
            buf(scratch, "breaking", "--against", MODULE.resolve("baseline/v1.binpb").toString()))
        .contains("sequence");
  }

  private Path copyOfTheModule() throws IOException {
    copy("buf.yaml");
    try (var files = Files.walk(MODULE.resolve("src/main/protobuf"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        copy(MODULE.relativize(file).toString());
      }
    }
    return scratch;
  }

  private void copy(String name) throws IOException {
    Path target = scratch.resolve(name);
    Files.createDirectories(target.getParent());
    Files.copy(MODULE.resolve(name), target, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String buf(Path directory, String... arguments) throws Exception {
    Path program = Path.of(System.getProperty("airwitness.buf"));
    assertThat(program.toFile().setExecutable(true)).isTrue();
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return output;
  }
}
