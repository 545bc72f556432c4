package org.airwitness.standalone.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.airwitness.embedded.DirectoryTree;
import org.airwitness.embedded.FreePort;
import org.airwitness.standalone.RunFile;
import org.airwitness.standalone.Usage;

/**
 * A system of its own for one measurement: another process, free ports, data that go with it. It
 * ends with this process, however this one ends.
 */
public final class TemporarySystem implements AutoCloseable {

  private final Process process;
  private final Path data;
  private final int port;

  private TemporarySystem(Process process, Path data, int port) {
    this.process = process;
    this.data = data;
    this.port = port;
  }

  /** Starts {@code up --headless --no-demo} with these services and returns when it is ready. */
  public static TemporarySystem start(List<String> services) throws IOException {
    var data = Files.createTempDirectory("airwitness-bench-");
    int port = FreePort.find();
    var process =
        new ProcessBuilder(command(port, data, services))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var system = new TemporarySystem(process, data, port);
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      system.awaitReady(output);
      return system;
    } catch (IOException | RuntimeException e) {
      system.close();
      throw e;
    }
  }

  private static List<String> command(int port, Path data, List<String> services) {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    java.lang.management.ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> !argument.startsWith("-XX:AOTCacheOutput"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "org.airwitness.standalone.cli.Airwitness",
            "up",
            "--headless",
            "--no-demo",
            "--until-input-ends",
            "--port=" + port,
            "--mqtt-port=" + FreePort.find(),
            "--services=" + String.join(",", services),
            "--data=" + data));
    return command;
  }

  private void awaitReady(BufferedReader output) throws IOException {
    for (var line = output.readLine(); line != null; line = output.readLine()) {
      if (line.equals("ready")) {
        return;
      }
    }
    throw new Usage("The temporary system did not start.");
  }

  /** How to reach it. */
  public RunFile running() {
    return RunFile.ofPort(port);
  }

  @Override
  public void close() {
    process.toHandle().destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      DirectoryTree.delete(data);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new Usage("Cannot delete " + data + ": " + e.getMessage(), e);
    }
  }
}
