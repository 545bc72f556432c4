package org.airwitness.standalone.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwitness.standalone.bench.IngestBench;
import org.airwitness.standalone.bench.IngestResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the sensors' door: from PUBLISH to the PUBACK that follows Kafka's acceptance. */
@Command(
    name = "ingest",
    mixinStandardHelpOptions = true,
    description = {
      "Sensors publish over MQTT with QoS 1, one observation in each message: first as fast as"
          + " PUBACKs come, then at a steady rate. Reports messages per second and processor time"
          + " per message of the first part, the time from PUBLISH to PUBACK of the second, and what"
          + " was acknowledged but is not on the bus."
    })
final class IngestBenchCommand implements Callable<Integer> {

  @Mixin private BenchTarget target = new BenchTarget();

  @Option(
      names = "--sensors",
      defaultValue = "1,100,1000",
      split = ",",
      paramLabel = "N",
      description = "Number of sensors, one run each (default: ${DEFAULT-VALUE}).")
  private List<Integer> sensors = List.of();

  @Option(
      names = "--rate",
      defaultValue = "5000",
      paramLabel = "R",
      description = "Messages per second of the steady part (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--duration",
      defaultValue = "10",
      paramLabel = "S",
      description = "Seconds of each part (default: ${DEFAULT-VALUE}).")
  private int durationS;

  @Option(
      names = "--warm-up",
      defaultValue = "20",
      paramLabel = "S",
      description = "Seconds of load before the first run (default: ${DEFAULT-VALUE}).")
  private int warmUpS;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var load =
        new IngestBench.Load(
            sensors, rate, Duration.ofSeconds(durationS), Duration.ofSeconds(warmUpS));
    IngestResult result =
        target.measure(
            List.of("ingest"),
            run -> {
              try (var bench = new IngestBench(run, load, System.out::println)) {
                return bench.run();
              }
            });
    target.report(result.text(), result.json());
    return result.lost() == 0 ? 0 : 1;
  }
}
