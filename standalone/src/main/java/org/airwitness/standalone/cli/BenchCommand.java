package org.airwitness.standalone.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.RunFile;
import org.airwitness.standalone.Usage;
import org.airwitness.standalone.bench.PipelineBench;
import org.airwitness.standalone.bench.PipelineResult;
import org.airwitness.standalone.bench.TemporarySystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a benchmark of the whole system. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a benchmark. 'pipeline': sensors over MQTT until alerts leave through the alert stream;"
          + " prints observations per second, latency from frame to alert, processor time per"
          + " observation, and whether anything was lost.",
      "Without --port it starts a temporary system and ends it again."
    })
final class BenchCommand implements Callable<Integer> {

  @Parameters(paramLabel = "NAME", description = "pipeline")
  private String name = "";

  @Option(names = "--json", description = "Print the result as JSON, in the last line.")
  private boolean json;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Use the system that runs there; it keeps an agency named bench-...")
  private @Nullable Integer port;

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
    if (!name.equals("pipeline")) {
      throw new Usage("No such benchmark: " + name + ". There is: pipeline.");
    }
    var result = port == null ? runOnItsOwn() : run(RunFile.ofPort(port));
    System.out.println(result.text());
    if (json) {
      System.out.println(result.json());
    }
    return result.lost() == 0 && result.doubled() == 0 ? 0 : 1;
  }

  private PipelineResult runOnItsOwn() throws IOException, InterruptedException {
    Installation.ofThisProcess().requireServices();
    System.out.println("Starting a temporary system");
    try (var system = TemporarySystem.start()) {
      return run(system.running());
    }
  }

  private PipelineResult run(RunFile run) throws InterruptedException {
    var load =
        new PipelineBench.Load(
            sensors, rate, Duration.ofSeconds(warmUpS), Duration.ofSeconds(durationS));
    try (var bench = new PipelineBench(run, load, System.out::println)) {
      return bench.run();
    }
  }
}
