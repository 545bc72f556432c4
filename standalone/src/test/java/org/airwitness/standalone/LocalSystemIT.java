package org.airwitness.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.airwitness.embedded.FreePort;
import org.airwitness.standalone.supervise.ProcessIdentity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's part of the system, with real engines and services that only stand in. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class LocalSystemIT {

  @TempDir Path root;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void install() throws IOException {
    for (var service : Installation.SERVICES) {
      pack(Files.createDirectories(new Installation(root).application(service)));
    }
    System.setProperty("airwitness.root", root.toString());
    System.setProperty("airwitness.run-directory", root.resolve("run").toString());
  }

  @AfterEach
  void forget() {
    System.clearProperty("airwitness.root");
    System.clearProperty("airwitness.run-directory");
    client.close();
  }

  private static void pack(Path directory) throws IOException {
    var manifest = new Manifest();
    var attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        FakeService.class.getProtectionDomain().getCodeSource().getLocation().toString());
    var jar = directory.resolve("quarkus-run.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
  }

  @Test
  void runsEverythingBehindOnePortAndLeavesNothing() throws Exception {
    // Given
    List<ProcessHandle> processes;
    var options = options("data");
    try (var system = LocalSystem.over(options, line -> {})) {
      // When
      system.start(line -> {});

      // Then: each resource is answered by the service that owns it
      assertThat(get(options, "/api/v1/sensors")).isEqualTo("ingest_app");
      assertThat(get(options, "/api/v1/tracks/stream")).isEqualTo("track_app");
      assertThat(get(options, "/api/v1/zones")).isEqualTo("zone_app");
      assertThat(get(options, "/api/v1/subscriptions")).isEqualTo("alert_app");
      try (var control = new ControlClient(RunFile.ofPort(options.port()))) {
        assertThat(control.token("police", List.of("viewer")).split("\\.")).hasSize(3);
        var pids = pids(control.status());
        assertThat(pids.keySet())
            .containsExactly(
                "alert", "ingest", "kafka", "oidc", "postgres", "standalone", "track", "zone");
        processes =
            pids.values().stream()
                .filter(pid -> pid != ProcessHandle.current().pid())
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
      }
      assertThat(processes).hasSize(5);
    }
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
    assertThatThrownBy(() -> RunFile.ofPort(options.port())).isInstanceOf(Usage.class);
  }

  @Test
  void refusesControlWithoutTheSecret() throws Exception {
    var options = options("data");
    try (var system = LocalSystem.over(options, line -> {})) {
      system.start(line -> {});
      var run = RunFile.ofPort(options.port());
      var other =
          new RunFile(
              run.port(), run.mqttPort(), run.controlPort(), "guess", run.data(), run.launcher());

      try (var control = new ControlClient(other)) {
        assertThatThrownBy(() -> control.token(null, List.of("platform-admin")))
            .isInstanceOf(Usage.class)
            .hasMessageContaining("401");
      }
    }
  }

  @Test
  void startsKilledServiceAndKilledDatabaseAgain() throws Exception {
    var options = options("data");
    try (var system = LocalSystem.over(options, line -> {})) {
      // Given
      system.start(line -> {});
      try (var control = new ControlClient(RunFile.ofPort(options.port()))) {
        var before = pids(control.status());

        // When
        for (var victim : List.of("track", "postgres")) {
          ProcessHandle.of(before.get(victim)).orElseThrow().destroyForcibly();
        }

        // Then
        await()
            .atMost(Duration.ofSeconds(60))
            .ignoreExceptions()
            .untilAsserted(() -> {
              var after = pids(control.status());
              assertThat(after.get("track")).isNotIn(0L, before.get("track"));
              assertThat(after.get("postgres")).isNotIn(0L, before.get("postgres"));
              assertThat(get(options, "/api/v1/tracks")).isEqualTo("track_app");
            });
      }
    }
  }

  @Test
  void endsWhatAKilledRunLeftBehind() throws Exception {
    // Given
    var port = FreePort.find();
    var options = options("data", port);
    var orphan = listeningOn(port);
    var identity = ProcessIdentity.of(orphan.toHandle());
    Files.createDirectories(options.data());
    Files.writeString(
        options.data().resolve("processes"),
        "ingest " + identity.pid() + " " + identity.startedAtMs() + "\n");
    var told = new ArrayList<String>();

    // When
    try (var system = LocalSystem.over(options, line -> {})) {
      system.start(told::add);

      // Then
      assertThat(orphan.isAlive()).isFalse();
      assertThat(told).anyMatch(line -> line.contains("left: ingest"));
    } finally {
      orphan.destroyForcibly();
    }
  }

  /** A process that holds a port, as ingest-service does with that of the sensors. */
  private static Process listeningOn(int port) throws IOException, InterruptedException {
    var classes = FakeService.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder = new ProcessBuilder(java, "-cp", classes, FakeService.class.getName());
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_MANAGEMENT_HOST", "127.0.0.1",
                "QUARKUS_MANAGEMENT_PORT", "0",
                "AIRWITNESS_PARENT_PID", Long.toString(ProcessHandle.current().pid())));
    var process = builder.start();
    await().until(() -> !isFree(port));
    return process;
  }

  private static boolean isFree(int port) {
    try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void refusesSecondRunOnSameDataAndOnSamePort() throws Exception {
    var options = options("data");
    try (var system = LocalSystem.over(options, line -> {})) {
      system.start(line -> {});

      assertThatThrownBy(() -> LocalSystem.over(options("data"), line -> {}))
          .isInstanceOf(Usage.class)
          .hasMessageContaining("port " + options.port())
          .hasMessageContaining("--data");
      var samePort =
          new SystemOptions(
              "127.0.0.1",
              options.port(),
              FreePort.find(),
              root.resolve("other"),
              Installation.SERVICES,
              true,
              false);
      assertThatThrownBy(() -> LocalSystem.over(samePort, line -> {}))
          .isInstanceOf(Usage.class)
          .hasMessageContaining("already runs on port " + options.port());
    }
  }

  @Test
  void namesPortAndOptionWhenAPortIsTaken() throws IOException {
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        var system = LocalSystem.over(options("data", taken.getLocalPort()), line -> {})) {

      assertThatThrownBy(() -> system.start(line -> {}))
          .isInstanceOf(Usage.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("--mqtt-port");
    }
  }

  @Test
  void showsTheEndOfTheLogWhenAServiceKeepsDying() throws Exception {
    Files.writeString(
        new Installation(root).application("zone").resolve("quarkus-run.jar"), "no jar");
    try (var system = LocalSystem.over(options("data"), line -> {})) {
      assertThatThrownBy(() -> system.start(line -> {}))
          .isInstanceOf(Usage.class)
          .hasMessageContaining("zone-service does not get ready")
          .hasMessageContaining("quarkus-run.jar");
    }
  }

  private SystemOptions options(String data) {
    return options(data, FreePort.find());
  }

  private SystemOptions options(String data, int mqttPort) {
    return new SystemOptions(
        "127.0.0.1",
        FreePort.find(),
        mqttPort,
        root.resolve(data),
        Installation.SERVICES,
        true,
        false);
  }

  private String get(SystemOptions options, String path) throws IOException, InterruptedException {
    var uri = URI.create("http://127.0.0.1:" + options.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  private static Map<String, Long> pids(JsonObject status) {
    var pids = new TreeMap<String, Long>();
    for (var row : status.getJsonArray("processes")) {
      var process = (JsonObject) row;
      pids.put(process.getString("name"), process.getLong("pid"));
    }
    return pids;
  }
}
