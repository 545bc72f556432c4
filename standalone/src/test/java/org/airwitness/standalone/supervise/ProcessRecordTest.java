package org.airwitness.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {

  @TempDir Path directory;
  private Process child;

  @BeforeEach
  void startChild() throws IOException {
    child = new ProcessBuilder("sleep", "60").start();
  }

  @AfterEach
  void endChild() {
    child.destroyForcibly();
  }

  @Test
  void endsWhatAnEarlierRunLeftBehind() throws IOException {
    var file = directory.resolve("processes");
    new ProcessRecord(file).note("ingest", child.toHandle());

    var ended = new ProcessRecord(file).endOrphans();

    assertThat(ended).containsExactly("ingest");
    assertThat(child.isAlive()).isFalse();
    assertThat(file).doesNotExist();
  }

  @Test
  void sparesProcessThatOnlyGotTheSameId() throws IOException {
    var file = directory.resolve("processes");
    var longAgo = ProcessIdentity.of(child.toHandle()).startedAtMs() - 60_000;
    Files.writeString(file, "ingest " + child.pid() + " " + longAgo + "\n");

    var ended = new ProcessRecord(file).endOrphans();

    assertThat(ended).isEmpty();
    assertThat(child.isAlive()).isTrue();
  }

  @Test
  void endsNothingWithoutAnEarlierRun() throws IOException {
    assertThat(new ProcessRecord(directory.resolve("processes")).endOrphans()).isEmpty();
  }
}
