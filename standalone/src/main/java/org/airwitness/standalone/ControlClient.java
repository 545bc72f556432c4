package org.airwitness.standalone;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The {@link ControlEndpoint} of a running system as another process sees it. */
public final class ControlClient implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final RunFile run;

  public ControlClient(RunFile run) {
    this.run = run;
  }

  /** A token with these roles, valid for eight hours. */
  public String token(@Nullable String agency, List<String> roles) {
    var body = new JsonObject().put("agency", agency).put("roles", new JsonArray(roles));
    return send(request("/token").POST(BodyPublishers.ofString(body.encode())).build());
  }

  /** What runs, see {@link SystemStatus}. */
  public JsonObject status() {
    return new JsonObject(send(request("/status").build()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + run.controlPort() + path))
        .header("Authorization", "Bearer " + run.secret())
        .timeout(Duration.ofSeconds(20));
  }

  private String send(HttpRequest request) {
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 200) {
        return response.body();
      }
      throw new Usage(
          "The system on port %d refused: HTTP %d".formatted(run.port(), response.statusCode()));
    } catch (IOException e) {
      throw new Usage("The system on port " + run.port() + " does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Usage("Interrupted", e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
