package org.airwitness.alert;

import static org.airwitness.alert.Service.alert;
import static org.airwitness.alert.Service.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.airwitness.platform.testing.Engines;
import org.airwitness.platform.testing.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = Engines.class, initArgs = @ResourceArg(name = "service", value = "alert"))
class AlertStreamIT {
  @TestHTTPResource("/api/v1/alerts/stream")
  URI stream;

  private final String agency = Service.newAgency();
  private final String other = Service.newAgency();
  private Service service;

  @BeforeEach
  void open() {
    service = new Service();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void showsOpenAlertsFirstAndThenEveryChange() {
    var before = new WireEvents(agency);
    var ended = new WireEvents(agency);
    service.publish(before.enter(), ended.enter(), ended.exit(1));
    await().until(() -> "resolved".equals(alert(agency, ended.alertId()).path("state")));
    try (var watcher = new Watcher(agency)) {
      await().untilAsserted(() -> assertThat(watcher.lines("data:")).hasSize(1));
      assertThat(watcher.lines("data:").getFirst())
          .contains(before.alertId().toString(), "\"state\":\"raised\"");
      var stay = new WireEvents(agency);
      service.publish(stay.enter());
      await().untilAsserted(() -> assertThat(watcher.lines("data:")).hasSize(2));
      as(agency, "duty-officer").post("/api/v1/alerts/{id}/acknowledge", stay.alertId());
      await().untilAsserted(() -> assertThat(watcher.lines("data:")).hasSize(3));
      service.publish(stay.exit(5));
      await().untilAsserted(() -> assertThat(watcher.lines("data:")).hasSize(4));
      assertThat(watcher.lines("data:").get(2)).contains("\"state\":\"acknowledged\"");
      assertThat(watcher.lines("data:").get(3)).contains("\"state\":\"resolved\"");
      assertThat(watcher.lines("event:")).hasSize(4).allMatch("event:alert"::equals);
      assertThat(watcher.lines("id:").getLast()).isEqualTo("id:" + stay.alertId() + ":3");
    }
  }

  @Test
  void showsNothingOfOthers() {
    service.publish(new WireEvents(other).enter());
    try (var watcher = new Watcher(agency)) {
      await().untilAsserted(() -> assertThat(watcher.lines(":")).isNotEmpty());
      service.publish(new WireEvents(other).enter());
      var own = new WireEvents(agency);
      service.publish(own.enter());
      await().untilAsserted(() -> assertThat(watcher.lines("data:")).isNotEmpty());
      assertThat(watcher.lines("data:"))
          .hasSize(1)
          .allMatch(data -> data.contains(own.alertId().toString()));
    }
  }

  /** Somebody who watches the stream. */
  private final class Watcher implements AutoCloseable {
    private final HttpClient client =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final InputStream body;

    Watcher(String agency) {
      var request =
          HttpRequest.newBuilder(stream)
              .header("Authorization", "Bearer " + Tokens.of(agency, "viewer"))
              .build();
      try {
        var response = client.send(request, BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        body = response.body();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      Thread.ofVirtual().start(this::read);
    }

    List<String> lines(String prefix) {
      return lines.stream().filter(line -> line.startsWith(prefix)).toList();
    }

    private void read() {
      try (var reader =
          new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
        reader.lines().forEach(lines::add);
      } catch (IOException | UncheckedIOException e) {
        lines.add("closed");
      }
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
