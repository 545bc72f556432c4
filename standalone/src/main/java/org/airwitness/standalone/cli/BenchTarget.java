package org.airwitness.standalone.cli;

import java.io.IOException;
import java.util.List;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.RunFile;
import org.airwitness.standalone.bench.TemporarySystem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The system a benchmark measures, and how it reports. */
final class BenchTarget {

  @Option(names = "--json", description = "Print the result as JSON, in the last line.")
  private boolean json;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description =
          "Use the system that runs there, and leave agencies named bench-... in it."
              + " Without it, a temporary system is started and ended again.")
  private @Nullable Integer port;

  /** A measurement of a running system. */
  @FunctionalInterface
  interface Measurement<R> {
    R of(RunFile run) throws IOException, InterruptedException;
  }

  /** Measures the running system, or a temporary one with these services. */
  <R> R measure(List<String> services, Measurement<R> measurement)
      throws IOException, InterruptedException {
    if (port != null) {
      return measurement.of(RunFile.ofPort(port));
    }
    Installation.ofThisProcess().requireServices();
    System.out.println("Starting a temporary system");
    try (var system = TemporarySystem.start(services)) {
      return measurement.of(system.running());
    }
  }

  void report(String text, String line) {
    System.out.println(text);
    if (json) {
      System.out.println(line);
    }
  }
}
