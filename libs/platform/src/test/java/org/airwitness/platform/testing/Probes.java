package org.airwitness.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The management interface of the service under test, asked as Kubernetes and Prometheus ask it.
 */
public final class Probes {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Probes() {}

  /** Status and body of a path below {@code /q}. */
  public record Answer(int status, String body) {}

  /** Asks for {@code path}, for example {@code health/ready}. */
  public static Answer get(String path) {
    int port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/" + path))
            .timeout(LIMIT)
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (IOException e) {
      throw new AssertionError("No answer of " + request.uri(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
