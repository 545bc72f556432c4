package org.airwitness.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.standalone.Installation;
import org.airwitness.standalone.Usage;

/** Runs a program of the benchmarks module in a JVM of its own. */
final class LibraryBenchmark {
  private LibraryBenchmark() {}

  /**
   * Runs it to its end and returns its exit code.
   *
   * @param program name of its class
   * @param jvmOptions heap and system properties
   * @param json whether its last line is to be JSON
   */
  static int run(String program, List<String> jvmOptions, boolean json)
      throws IOException, InterruptedException {
    Path jar = Installation.ofThisProcess().benchmarks();
    if (!Files.exists(jar)) {
      throw new Usage("Not built: " + jar + ". Run ./airwitness build in the project.");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmOptions);
    command.addAll(
        List.of("--sun-misc-unsafe-memory-access=allow", "-cp", jar.toString(), program));
    if (json) {
      command.add("--json");
    }
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
