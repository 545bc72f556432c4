package org.airwitness.systemtests.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The launcher program of Airwitness, run as its shell script runs it. */
public final class Program {
  private static final Path ROOT = Path.of(System.getProperty("airwitness.root", "..")).normalize();
  private static final Path JAR = ROOT.resolve("standalone/target/airwitness-standalone.jar");
  private static final long COMMAND_LIMIT_S = 60;

  private Program() {}

  /** How a command ended. */
  public record Outcome(int exitCode, String out, String err) {}

  /** Runs a command to its end. */
  public static Outcome run(String... arguments) {
    try {
      Path err = Files.createTempFile("airwitness-", ".err");
      Process process = builder(List.of(arguments)).redirectError(err.toFile()).start();
      try {
        String out = new String(process.getInputStream().readAllBytes());
        if (!process.waitFor(TimeLimit.ofSeconds(COMMAND_LIMIT_S).toSeconds(), TimeUnit.SECONDS)) {
          throw new AssertionError("airwitness " + arguments[0] + " does not end");
        }
        return new Outcome(process.exitValue(), out, Files.readString(err));
      } finally {
        process.destroyForcibly();
        Files.delete(err);
      }
    } catch (IOException e) {
      throw new AssertionError("airwitness " + arguments[0] + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  /** A command that is ready to be started. */
  static ProcessBuilder builder(List<String> arguments) {
    if (!Files.exists(JAR)) {
      throw new AssertionError(
          JAR.toAbsolutePath().normalize() + " is missing. Build it first: ./airwitness build");
    }
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xms96m",
            "-Xmx512m",
            "-Xss512k",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dairwitness.root=" + ROOT.toAbsolutePath().normalize(),
            "-jar",
            JAR.toString()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
