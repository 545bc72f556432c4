package org.airwitness.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.Usage;
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
    Path jar = Installation.ofThisProcess().benchmarks();
    if (!Files.exists(jar)) {
      throw new Usage("Not built: " + jar + ". Run ./airwitness build in the project.");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "--sun-misc-unsafe-memory-access=allow", "-jar"));
    command.add(jar.toString());
    if (json) {
      command.add("--json");
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
