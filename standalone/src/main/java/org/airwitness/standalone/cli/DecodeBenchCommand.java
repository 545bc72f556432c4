package org.airwitness.standalone.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how fast Remote ID packs are decoded. */
@Command(
    name = "decode",
    mixinStandardHelpOptions = true,
    description = {
      "One core reading Remote ID packs: packs per second, time and bytes allocated per pack,"
          + " beside a naive decoder in the same run. Takes half a minute."
    })
final class DecodeBenchCommand implements Callable<Integer> {

  @Option(names = "--json", description = "Print the figures as one line of JSON at the end.")
  private boolean json;

  @Override
  public Integer call() throws IOException, InterruptedException {
    return LibraryBenchmark.run(
        "org.airwitness.benchmarks.decode.DecodeBenchMain", List.of("-Xmx128m"), json);
  }
}
