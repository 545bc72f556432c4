package org.airwitness.standalone.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.bench.PipelineBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures the whole way from a sensor's frame to a subscriber's alert. */
@Command(
    name = "pipeline",
    mixinStandardHelpOptions = true,
    description = {
      "Sensors over MQTT until alerts leave through the alert stream: observations per second,"
          + " latency from frame to alert, processor time per observation, and whether anything was"
          + " lost."
    })
final class PipelineBenchCommand implements Callable<Integer> {

  @Mixin private BenchTarget target = new BenchTarget();

  @Option(
      names = "--sensors",
      defaultValue = "20",
      paramLabel = "N",
      description = "Number of sensors (default: ${DEFAULT-VALUE}).")
  private int sensors;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      paramLabel = "R",
      description = "Observations per second of all sensors together (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--duration",
      defaultValue = "30",
      paramLabel = "S",
      description = "Seconds that count (default: ${DEFAULT-VALUE}).")
  private int durationS;

  @Option(
      names = "--warm-up",
      defaultValue = "10",
      paramLabel = "S",
      description = "Seconds before (default: ${DEFAULT-VALUE}).")
  private int warmUpS;

  @Override
  public Integer call() throws IOException, InterruptedException {
    var load =
        new PipelineBench.Load(
            sensors, rate, Duration.ofSeconds(warmUpS), Duration.ofSeconds(durationS));
    var result =
        target.measure(
            Installation.SERVICES,
            run -> {
              try (var bench = new PipelineBench(run, load, System.out::println)) {
                return bench.run();
              }
            });
    target.report(result.text(), result.json());
    return result.lost() == 0 && result.doubled() == 0 ? 0 : 1;
  }
}
