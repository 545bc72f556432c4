package org.airwitness.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.airwitness.standalone.supervise.ProcessIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFileTest {

  private static final ProcessIdentity SELF = ProcessIdentity.of(ProcessHandle.current());

  @TempDir Path home;

  @Test
  void findsRunningSystemByPortAndByData() throws IOException {
    var directory = home.resolve("run");
    var run = run(18080, SELF);

    run.write(directory);

    assertThat(RunFile.find(directory, 18080)).contains(run);
    assertThat(RunFile.findByData(directory, Path.of("/data"))).contains(run);
    assertThat(RunFile.find(directory, 18081)).isEmpty();
  }

  @Test
  void ignoresSystemWhoseProcessIsGone() throws IOException {
    var other = new ProcessIdentity(SELF.pid(), SELF.startedAtMs() - 3_600_000);

    run(18080, other).write(home);

    assertThat(RunFile.find(home, 18080)).isEmpty();
    assertThat(RunFile.findByData(home, Path.of("/data"))).isEmpty();
  }

  @Test
  void isReadableByItsUserOnly() throws IOException {
    var directory = home.resolve("run");

    run(18080, SELF).write(directory);

    assertThat(Files.getPosixFilePermissions(directory))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    assertThat(Files.getPosixFilePermissions(directory.resolve("18080.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void ignoresDamagedFile() throws IOException {
    Files.writeString(home.resolve("18080.json"), "{\"port\": 18080,");

    assertThat(RunFile.find(home, 18080)).isEmpty();
  }

  @Test
  void hidesTheSecretInItsText() {
    assertThat(run(18080, SELF).toString()).doesNotContain("s3cret");
  }

  private static RunFile run(int port, ProcessIdentity launcher) {
    return new RunFile(port, 11883, 4711, "s3cret", Path.of("/data"), launcher);
  }
}
