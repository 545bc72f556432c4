package org.airwitness.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatingLogTest {

  @TempDir Path directory;

  @Test
  void keepsOneEarlierFileAndStaysWithinTheLimit() throws IOException {
    var log = new RotatingLog(directory.resolve("logs/svc.log"), 20_000);
    var text = "0123456789\n".repeat(5_000);

    log.drain(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));

    assertThat(Files.size(log.file())).isPositive().isLessThanOrEqualTo(20_000);
    assertThat(Files.size(directory.resolve("logs/svc.log.1"))).isBetween(10_000L, 20_000L);
    assertThat(text).endsWith(Files.readString(log.file()));
  }

  @Test
  void goesOnInTheFileOfAnEarlierRun() throws IOException {
    var file = directory.resolve("svc.log");
    new RotatingLog(file, 1_000)
        .drain(new ByteArrayInputStream("first\n".getBytes(StandardCharsets.UTF_8)));

    new RotatingLog(file, 1_000)
        .drain(new ByteArrayInputStream("second\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(new RotatingLog(file, 1_000).tail(5)).containsExactly("first", "second");
  }

  @Test
  void showsTheLastLines() throws IOException {
    var log = new RotatingLog(directory.resolve("svc.log"), 1_000);
    log.drain(new ByteArrayInputStream("a\nb\nc\n".getBytes(StandardCharsets.UTF_8)));

    assertThat(log.tail(2)).containsExactly("b", "c");
  }
}
