package org.airwitness.systemtests.driver;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.airwitness.embedded.FreePort;

/**
 * {@code airwitness up} on ports and data of its own, and everything that can happen to it. Its
 * data and what it printed stay in {@code target/airwitness} until the next run.
 */
public final class Launcher implements AutoCloseable {
  private static final long READY_LIMIT_S = 120;
  private static final Path HOME = Path.of(System.getProperty("airwitness.data", "target"));

  private final int port = FreePort.find();
  private final int mqttPort = FreePort.find();
  private final Map<String, String> environment;
  private final Path data;
  private final Path output;
  private Process process;

  private Launcher(String name, Map<String, String> environment) {
    this.environment = environment;
    this.data = HOME.resolve(name);
    this.output = HOME.resolve(name + ".out");
  }

  /** Starts a system over empty data and waits until it is ready. */
  public static Launcher start(String name) {
    return start(name, Map.of());
  }

  /** Starts a system over empty data, with settings of its services as environment variables. */
  public static Launcher start(String name, Map<String, String> environment) {
    Launcher launcher = new Launcher(name, environment);
    delete(launcher.data);
    delete(launcher.output);
    launcher.start();
    return launcher;
  }

  /** Starts the system over the data it has, and returns how long it took to be ready. */
  public Duration start() {
    long begin = System.nanoTime();
    CompletableFuture<Void> ready = new CompletableFuture<>();
    try {
      Files.createDirectories(data);
      ProcessBuilder command =
          Program.builder(
                  List.of(
                      "up",
                      "--headless",
                      "--no-demo",
                      "--port",
                      Integer.toString(port),
                      "--mqtt-port",
                      Integer.toString(mqttPort),
                      "--data",
                      data.toString()))
              .redirectErrorStream(true);
      command.environment().putAll(environment);
      process = command.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Thread.ofPlatform().daemon().start(() -> watch(process, ready));
    await(ready);
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private void watch(Process started, CompletableFuture<Void> ready) {
    try (BufferedReader lines = started.inputReader();
        PrintWriter log = new PrintWriter(Files.newBufferedWriter(output, CREATE, APPEND), true)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        log.println(line);
        if (line.equals("ready")) {
          ready.complete(null);
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new IOException("it ended"));
  }

  private void await(CompletableFuture<Void> ready) {
    try {
      ready.get(TimeLimit.ofSeconds(READY_LIMIT_S).toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    } catch (java.util.concurrent.ExecutionException | TimeoutException e) {
      close();
      throw new AssertionError("airwitness up does not get ready; it printed:\n" + printed(), e);
    }
  }

  /** The lines a service has logged. */
  public List<String> log(String service) {
    try {
      return Files.readAllLines(data.resolve("logs").resolve(service + ".log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String printed() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      return "(nothing: " + e + ")";
    }
  }

  public Airwitness airwitness() {
    return Airwitness.onPorts(port, mqttPort);
  }

  /** What {@code airwitness status} says. */
  public JsonNode status() {
    Program.Outcome outcome = Program.run("status", "--json", "--port", Integer.toString(port));
    if (outcome.exitCode() != 0) {
      throw new AssertionError("airwitness status failed: " + outcome.err());
    }
    return Api.parse(outcome.out());
  }

  /** The row of one process in {@link #status}. */
  public JsonNode statusOf(String name) {
    for (JsonNode row : status().path("processes")) {
      if (row.path("name").asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("status names no process " + name);
  }

  /** The launcher and all its descendants. */
  public List<ProcessHandle> processes() {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
  }

  /** Ends a process of the system as a power failure would (kill -9). */
  public void kill(String name) {
    end(name, ProcessHandle::destroyForcibly);
  }

  /** Asks a process of the system to end, as Kubernetes does (SIGTERM). */
  public void terminate(String name) {
    end(name, ProcessHandle::destroy);
  }

  private void end(String name, Predicate<ProcessHandle> how) {
    long pid = statusOf(name).path("pid").asLong();
    if (pid == 0 || !ProcessHandle.of(pid).filter(how).isPresent()) {
      throw new AssertionError(name + " has no process that could be ended");
    }
  }

  /** Ends the launcher and PostgreSQL at the same moment as a power failure would. */
  public void killLauncherAndPostgres() {
    ProcessHandle postgres =
        ProcessHandle.of(statusOf("postgres").path("pid").asLong()).orElseThrow();
    process.destroyForcibly();
    postgres.destroyForcibly();
    process.onExit().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** Presses Ctrl-C. */
  public void interrupt() {
    signal(ignoresInterrupt() ? "TERM" : "INT");
  }

  /** A program started in the background by a shell without job control inherits this. */
  private boolean ignoresInterrupt() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
      boolean ignored =
          lines
              .filter(line -> line.startsWith("SigIgn:"))
              .anyMatch(line -> (Long.parseUnsignedLong(line.substring(8).strip(), 16) & 2) != 0);
      if (ignored) {
        System.out.println("NOTICE: SIGINT is ignored in this session; SIGTERM takes its place");
      }
      return ignored;
    } catch (IOException e) {
      return false; // not Linux
    }
  }

  private void signal(String name) {
    try {
      int exit = new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
      if (exit != 0) {
        throw new AssertionError("kill -" + name + " failed");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
