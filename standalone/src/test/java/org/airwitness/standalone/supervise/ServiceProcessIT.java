package org.airwitness.standalone.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceProcessIT {

  @TempDir Path directory;
  private final Queue<String> notices = new ConcurrentLinkedQueue<>();

  @Test
  void startsAgainAfterKill() {
    try (var service = service("echo began; exec sleep 60", 1)) {
      // Given
      service.start();
      var first = await().until(service::findProcess, java.util.Optional::isPresent).orElseThrow();

      // When
      first.destroyForcibly();

      // Then
      await()
          .untilAsserted(
              () -> assertThat(service.findProcess()).isPresent().get().isNotEqualTo(first));
      assertThat(service.restarts()).isOne();
      assertThat(notices).singleElement().asString().contains("exit code 137");
    }
  }

  @Test
  void leavesNoProcessWhenClosed() {
    var service = service("exec sleep 60", 1);
    service.start();
    var process = await().until(service::findProcess, java.util.Optional::isPresent).orElseThrow();

    service.close();

    assertThat(process.isAlive()).isFalse();
    assertThat(service.findProcess()).isEmpty();
    assertThat(notices).isEmpty();
  }

  @Test
  void killsServiceThatIgnoresTermination() {
    var service = service("trap '' TERM; echo deaf; while :; do sleep 1; done", 1);
    service.start();
    await().until(() -> service.logTail(1).contains("deaf"));
    var process = service.findProcess().orElseThrow();

    service.stop();
    service.awaitEnd(System.nanoTime() + 300_000_000L);

    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void writesOutputToTheLogAndTellsTheLauncherProcess() {
    try (var service = service("echo parent $AIRWITNESS_PARENT_PID; exec sleep 60", 1)) {
      service.start();

      await()
          .untilAsserted(() ->
              assertThat(service.logTail(1))
                  .containsExactly("parent " + ProcessHandle.current().pid()));
      assertThat(service.logFile()).isEqualTo(directory.resolve("logs/svc.log"));
    }
  }

  @Test
  void isReadyOnlyWhenTheHealthEndpointSaysSo() throws IOException, InterruptedException {
    var status = new int[] {503};
    var health = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    health.createContext(
        "/q/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(status[0], -1);
          exchange.close();
        });
    health.start();
    try (var client = HttpClient.newHttpClient();
        var service = service("exec sleep 60", health.getAddress().getPort())) {
      assertThat(service.isReady(client)).isFalse();
      service.start();
      await().until(() -> service.findProcess().isPresent());
      assertThat(service.isReady(client)).isFalse();

      status[0] = 200;

      assertThat(service.isReady(client)).isTrue();
    } finally {
      health.stop(0);
    }
  }

  @Test
  void tellsWhyAProgramCannotBeStarted() throws IOException {
    var spec =
        new ServiceSpec(
            "svc", List.of(directory.resolve("absent").toString()), directory, Map.of(), 1, 1);
    try (var service =
        new ServiceProcess(
            spec,
            Files.createDirectories(directory.resolve("logs")),
            new ProcessRecord(directory.resolve("processes")),
            notices::add)) {
      service.start();

      await().untilAsserted(() -> assertThat(service.youngDeaths()).isGreaterThan(1));
      assertThat(notices).isNotEmpty();
    }
  }

  private ServiceProcess service(String script, int port) {
    var spec = new ServiceSpec("svc", List.of("sh", "-c", script), directory, Map.of(), 1, port);
    return new ServiceProcess(
        spec,
        directory.resolve("logs"),
        new ProcessRecord(directory.resolve("processes")),
        notices::add);
  }
}
