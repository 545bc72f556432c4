package org.airwitness.standalone;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.airwitness.embedded.DirectoryLock;
import org.airwitness.embedded.EngineException;
import org.airwitness.embedded.FreePort;
import org.airwitness.standalone.gateway.Gateway;
import org.airwitness.standalone.identity.IdentityProvider;
import org.airwitness.standalone.supervise.ProcessIdentity;
import org.airwitness.standalone.supervise.ProcessRecord;
import org.airwitness.standalone.supervise.ServiceProcess;
import org.airwitness.standalone.supervise.ServiceSpec;
import org.jspecify.annotations.Nullable;

/**
 * Airwitness on this machine: engines in and below this process, the four services as processes
 * that are kept running, the gateway, and the control endpoint for the other commands.
 *
 * <p>Ending: services first, then the gateway, then the engines; all of it within the time of
 * {@link #close}. A killed launcher leaves a run that the next one over the same directory cleans
 * up.
 */
public final class LocalSystem implements AutoCloseable {

  private static final Duration READY_LIMIT = Duration.ofMinutes(3);
  private static final int HOPELESS_DEATHS = 6;

  private final SystemOptions options;
  private final Consumer<String> notices;
  private final DirectoryLock lock;
  private final Vertx vertx;
  private final Instant startedAt = Instant.now();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<ServiceProcess> services = new ArrayList<>();
  private @Nullable Engines engines;
  private @Nullable Gateway gateway;
  private @Nullable RunFile runFile;

  private LocalSystem(SystemOptions options, Consumer<String> notices) {
    this.options = options;
    this.notices = notices;
    this.lock = takeData(options.data());
    this.vertx = newVertx();
  }

  /**
   * Prepares a system over its data directory; nothing runs yet.
   *
   * @param notices takes one line for each thing a person should know while it runs
   * @throws Usage when an Airwitness runs on the port or over the directory
   */
  public static LocalSystem over(SystemOptions options, Consumer<String> notices) {
    requireNotRunning(options);
    return new LocalSystem(options, notices);
  }

  private static void requireNotRunning(SystemOptions options) {
    var running = RunFile.find(RunFile.directory(), options.port());
    if (running.isPresent()) {
      throw new Usage(
          "Airwitness already runs on port %d (process %d, data in %s)."
              .formatted(options.port(), running.get().launcher().pid(), running.get().data()));
    }
  }

  private static void requireBindable(String address, int port, String option) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
    } catch (IOException e) {
      throw new Usage(
          "Port %d is in use by another program (%s). Choose another one with %s."
              .formatted(port, e.getMessage(), option),
          e);
    }
  }

  private static DirectoryLock takeData(Path data) {
    try {
      return DirectoryLock.take(data);
    } catch (EngineException e) {
      var owner = RunFile.findByData(RunFile.directory(), data);
      throw new Usage(
          owner
                  .map(run ->
                      "The data in %s are in use by the Airwitness on port %d (process %d)."
                          .formatted(data, run.port(), run.launcher().pid()))
                  .orElse(e.getMessage())
              + " End it, or choose another directory with --data.",
          e);
    }
  }

  private static Vertx newVertx() {
    return Vertx.vertx(
        new VertxOptions()
            .setEventLoopPoolSize(2)
            .setWorkerPoolSize(4)
            .setInternalBlockingPoolSize(4)
            .setFileSystemOptions(
                new FileSystemOptions()
                    .setFileCachingEnabled(false)
                    .setClassPathResolvingEnabled(false)));
  }

  /**
   * Starts everything and returns when every service is ready.
   *
   * @throws Usage when another program uses one of the ports, or a service does not get ready
   */
  public void start(Consumer<String> progress) throws IOException, InterruptedException {
    LauncherLog.to(logs());
    var record = new ProcessRecord(options.data().resolve("processes"));
    var orphans = record.endOrphans();
    if (!orphans.isEmpty()) {
      progress.accept("Ended what a killed run had left: " + String.join(", ", orphans));
    }
    // Only now: an orphan may have held the sensors' port.
    requireBindable(options.address(), options.port(), "--port");
    requireBindable(options.address(), options.mqttPort(), "--mqtt-port");
    progress.accept("Starting Kafka, PostgreSQL and the OpenID provider");
    var started = Engines.start(options.data());
    engines = started;
    watch(started);
    progress.accept("Starting the services");
    var ports = new TreeMap<String, Integer>();
    options.services().forEach(name -> ports.put(name, FreePort.find()));
    ports.forEach((name, port) -> services.add(service(name, port, started, record)));
    services.forEach(ServiceProcess::start);
    gateway =
        Gateway.start(
            vertx,
            options.address(),
            options.port(),
            ports,
            started.identity().port(),
            options.console() ? Installation.ofThisProcess().console() : null);
    awaitReady(progress);
    publishRunFile();
  }

  private ServiceProcess service(String name, int port, Engines started, ProcessRecord record) {
    var installation = Installation.ofThisProcess();
    int managementPort = FreePort.find();
    var spec =
        new ServiceSpec(
            name,
            installation.command(name, options.training()),
            installation.application(name),
            ServiceEnvironment.of(name, port, managementPort, started, options),
            port,
            managementPort);
    return new ServiceProcess(spec, logs(), record, notices);
  }

  private Path logs() {
    return options.data().resolve("logs");
  }

  /** Starts PostgreSQL again when it dies; the services wait for it and reconnect. */
  private void watch(Engines started) {
    Thread.ofPlatform().daemon().name("keeper-postgres").start(() -> keepPostgres(started));
  }

  private void keepPostgres(Engines started) {
    while (!awaitClosed(Duration.ofMillis(500))) {
      if (started.postgres().isAlive()) {
        continue;
      }
      notices.accept("PostgreSQL ended; starting it again");
      try {
        started.postgres().restartIfDead();
      } catch (EngineException e) {
        notices.accept(String.valueOf(e.getMessage()));
      }
    }
  }

  private boolean awaitClosed(Duration wait) {
    try {
      return closed.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void awaitReady(Consumer<String> progress) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var waiting = new ArrayList<>(services);
      long deadline = System.nanoTime() + READY_LIMIT.toNanos();
      while (!waiting.isEmpty()) {
        for (var service : List.copyOf(waiting)) {
          requireHope(service, deadline);
          if (service.isReady(client)) {
            waiting.remove(service);
            progress.accept(service.spec().name() + "-service is ready");
          }
        }
        if (!waiting.isEmpty() && awaitClosed(Duration.ofMillis(100))) {
          throw new Usage("Stopped while starting.");
        }
      }
    }
  }

  private static void requireHope(ServiceProcess service, long deadline) {
    if (service.youngDeaths() >= HOPELESS_DEATHS || System.nanoTime() > deadline) {
      throw new Usage(
          "%s-service does not get ready. The end of its log (%s):%n%s"
              .formatted(
                  service.spec().name(),
                  service.logFile(),
                  String.join(System.lineSeparator(), service.logTail(25))));
    }
  }

  private void publishRunFile() throws IOException {
    var secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    var hex = HexFormat.of().formatHex(secret);
    var control = ControlEndpoint.start(vertx, this, hex);
    var run =
        new RunFile(
            options.port(),
            options.mqttPort(),
            control.port(),
            hex,
            options.data(),
            ProcessIdentity.of(ProcessHandle.current()));
    run.write(RunFile.directory());
    runFile = run;
  }

  public SystemOptions options() {
    return options;
  }

  public Vertx vertx() {
    return vertx;
  }

  /** The OpenID provider of the running system. */
  public IdentityProvider identity() {
    return engines().identity();
  }

  Engines engines() {
    if (engines == null) {
      throw new IllegalStateException("The system is not started");
    }
    return engines;
  }

  List<ServiceProcess> services() {
    return List.copyOf(services);
  }

  Instant startedAt() {
    return startedAt;
  }

  /** Ends everything, within 9 s; may be called at any time and more than once. */
  @Override
  public synchronized void close() {
    if (closed.getCount() == 0) {
      return;
    }
    closed.countDown();
    services.forEach(ServiceProcess::stop);
    long deadline = System.nanoTime() + serviceLimit().toNanos();
    services.forEach(service -> service.awaitEnd(deadline));
    var ending = new ArrayList<Thread>();
    if (gateway != null) {
      ending.add(ending(gateway));
    }
    if (engines != null) {
      ending.add(ending(engines.kafka()));
      ending.add(ending(engines.postgres()));
      ending.add(ending(engines.identity()));
    }
    ending.forEach(LocalSystem::awaitThread);
    forget();
  }

  /** Recording a cache takes a service long at its end. */
  private Duration serviceLimit() {
    return options.training() ? Duration.ofMinutes(5) : Duration.ofSeconds(5);
  }

  private Thread ending(AutoCloseable part) {
    return Thread.ofPlatform()
        .daemon()
        .start(() -> {
          try {
            part.close();
          } catch (Exception e) {
            notices.accept("While ending: " + e.getMessage());
          }
        });
  }

  private static void awaitThread(Thread thread) {
    try {
      thread.join(Duration.ofSeconds(4));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void forget() {
    try {
      if (runFile != null) {
        runFile.delete(RunFile.directory());
      }
      Files.deleteIfExists(options.data().resolve("processes"));
      vertx.close();
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
