package org.airwitness.standalone.supervise;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One service that is kept running: started, started again when it dies, its output in a log.
 *
 * <p>A child runs in a session of its own where {@code setsid} exists, so that a Ctrl-C at the
 * terminal reaches only the launcher, which then ends everything in order. It learns the launcher's
 * process id as {@code AIRWITNESS_PARENT_PID} and ends itself when that process is gone.
 */
public final class ServiceProcess implements AutoCloseable {

  private static final Duration PROBE_LIMIT = Duration.ofSeconds(2);

  private final ServiceSpec spec;
  private final RotatingLog log;
  private final ProcessRecord record;
  private final Consumer<String> notices;
  private final Backoff backoff = new Backoff();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final HttpRequest probe;
  private final Thread keeper;
  private volatile @Nullable Process process;
  private volatile Instant startedAt = Instant.EPOCH;
  private volatile int restarts;
  private volatile int youngDeaths;

  /**
   * @param logDirectory where {@code <name>.log} is written
   * @param record told about each started process
   * @param notices takes one line for each unexpected end
   */
  public ServiceProcess(
      ServiceSpec spec, Path logDirectory, ProcessRecord record, Consumer<String> notices) {
    this.spec = spec;
    this.log = new RotatingLog(logDirectory.resolve(spec.name() + ".log"), RotatingLog.LIMIT_BYTES);
    this.record = record;
    this.notices = notices;
    this.probe =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + spec.managementPort() + "/q/health/ready"))
            .timeout(PROBE_LIMIT)
            .build();
    this.keeper = new Thread(this::keepRunning, "keeper-" + spec.name());
    keeper.setDaemon(true);
  }

  public ServiceSpec spec() {
    return spec;
  }

  /** Starts the process and keeps it running until {@link #close}. */
  public void start() {
    keeper.start();
  }

  private void keepRunning() {
    while (!isStopping()) {
      startedAt = Instant.now();
      var began = System.nanoTime();
      var outcome = runOnce();
      if (isStopping()) {
        return;
      }
      var wait = backoff.afterLifeOf(Duration.ofNanos(System.nanoTime() - began));
      youngDeaths = backoff.youngDeaths();
      restarts++;
      notices.accept(
          spec.name()
              + "-service "
              + outcome
              + "; starting it again in "
              + wait.toMillis()
              + " ms");
      awaitStop(wait);
    }
  }

  private String runOnce() {
    try {
      var started = launch();
      process = started;
      record.note(spec.name(), started.toHandle());
      if (isStopping()) {
        started.toHandle().destroy();
      }
      drain(started);
      return "ended with exit code " + started.waitFor();
    } catch (IOException e) {
      return "could not be started: " + e.getMessage();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "was abandoned";
    }
  }

  private void drain(Process started) {
    try (var output = started.getInputStream()) {
      log.drain(output);
    } catch (IOException e) {
      notices.accept("The log of " + spec.name() + "-service stops: " + e.getMessage());
    }
  }

  private Process launch() throws IOException {
    var command = new ArrayList<String>();
    if (OwnSession.AVAILABLE) {
      command.add("setsid");
    }
    command.addAll(spec.command());
    var builder = new ProcessBuilder(command).directory(spec.directory().toFile());
    builder.environment().putAll(spec.environment());
    builder
        .environment()
        .put("AIRWITNESS_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    var started = builder.redirectErrorStream(true).start();
    started.getOutputStream().close();
    return started;
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private void awaitStop(Duration wait) {
    try {
      var _ = stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopping.countDown();
    }
  }

  /** Whether the service answers 200 at {@code /q/health/ready}; waits 2 s at most. */
  public boolean isReady(HttpClient client) throws InterruptedException {
    var current = process;
    if (current == null || !current.isAlive()) {
      return false;
    }
    try {
      return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** The process that runs now. */
  public Optional<ProcessHandle> findProcess() {
    return Optional.ofNullable(process).filter(Process::isAlive).map(Process::toHandle);
  }

  /** When the current process was started. */
  public Instant startedAt() {
    return startedAt;
  }

  /** How often the service had to be started again. */
  public int restarts() {
    return restarts;
  }

  /** How often it died shortly after its start, one time after the other. */
  public int youngDeaths() {
    return youngDeaths;
  }

  public Path logFile() {
    return log.file();
  }

  /** The end of its log, for an error message. */
  public List<String> logTail(int lines) {
    try {
      return log.tail(lines);
    } catch (IOException e) {
      return List.of("(no log: " + e.getMessage() + ")");
    }
  }

  /** Asks the service to end (SIGTERM) and starts it no more; returns at once. */
  public void stop() {
    stopping.countDown();
    var current = process;
    if (current != null) {
      current.toHandle().destroy(); // unlike Process.destroy it leaves the last lines readable
    }
  }

  /** Waits for the end until the deadline of {@link System#nanoTime}, then kills. */
  public void awaitEnd(long deadlineNanos) {
    var current = process;
    if (current == null) {
      return;
    }
    try {
      var left = Math.max(0, deadlineNanos - System.nanoTime());
      if (!current.waitFor(left, TimeUnit.NANOSECONDS)) {
        current.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      current.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stop();
    awaitEnd(System.nanoTime() + Duration.ofSeconds(5).toNanos());
  }
}
