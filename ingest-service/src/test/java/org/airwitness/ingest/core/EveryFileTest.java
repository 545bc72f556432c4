package org.airwitness.ingest.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.airwitness.ingest.core.format.Formats;
import org.airwitness.ingest.core.routing.AgencyRegions;
import org.airwitness.platform.agency.AgencyId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Any file in any format: nothing breaks and nothing is lost, whole files and line by line. */
class EveryFileTest {
  private static final SensorKey ROOF = new SensorKey(new AgencyId("police"), "roof");
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final int MAX_LINES = 1500;

  private final Intake intake = new Intake(new Formats(), AgencyRegions.NONE);

  static List<String> formats() {
    return Formats.names();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void accountsForEveryFileAndEveryLine(String format) throws IOException {
    Sensor sensor = new Sensor(ROOF, format, null, false, UUID.randomUUID());
    SensorSession session = new SensorSession();
    for (Path file : files()) {
      byte[] content = Files.readAllBytes(file);
      checkMessage(sensor, session, content, file);
      for (byte[] line : lines(content)) {
        checkMessage(sensor, session, line, file);
      }
    }
  }

  private void checkMessage(Sensor sensor, SensorSession session, byte[] payload, Path file) {
    SensorMessage message = new SensorMessage(ROOF, "t", payload, NOW);
    Reading reading = new Formats().decode(sensor.format(), message);
    Verdict verdict = intake.accept(sensor, session, message);
    Tally tally = intake.confirm(session, verdict);

    int quarantined = tally.quarantined().values().stream().mapToInt(Integer::intValue).sum();
    int items = reading.sightings().size() + reading.refusals().size();
    assertThat(tally.accepted() + tally.duplicate() + quarantined)
        .as("%s in %s", file, sensor.format())
        .isEqualTo(items);
    assertThat(items + reading.statuses().size() + reading.ignored()).isPositive();
    assertThat(verdict.refusals())
        .allSatisfy(refusal -> {
          assertThat(refusal.detail()).isNotBlank();
          assertThat(refusal.content().length).isLessThanOrEqualTo(payload.length);
        });
  }

  private static List<byte[]> lines(byte[] content) {
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < content.length && lines.size() < MAX_LINES; i++) {
      if (content[i] == '\n') {
        lines.add(Arrays.copyOfRange(content, from, i));
        from = i + 1;
      }
    }
    return lines;
  }

  private static List<Path> files() throws IOException {
    Path data = Path.of(System.getProperty("airwitness.test-data", "."), "odid-decoded");
    if (!Files.isDirectory(data)) {
      String notice = "SKIPPED: no test data at " + data.toAbsolutePath();
      System.out.println(notice);
      abort(notice);
    }
    try (Stream<Path> files = Files.walk(data.getParent())) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
