package org.airwitness.standalone.api;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.airwitness.standalone.Usage;
import org.jspecify.annotations.Nullable;

/** The REST interface of a running system, as one caller with one token. */
public final class ApiClient {

  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);

  /** Where tokens come from: the provider itself, or the control endpoint of another process. */
  @FunctionalInterface
  public interface Tokens {
    String issue(@Nullable String agency, List<String> roles);
  }

  private final HttpClient http;
  private final String base;
  private final String token;

  /**
   * @param port HTTP port of the gateway on 127.0.0.1
   */
  public ApiClient(HttpClient http, int port, String token) {
    this.http = http;
    this.base = "http://127.0.0.1:" + port + "/api/v1";
    this.token = token;
  }

  /** The resource, or null when there is none. */
  public @Nullable JsonObject find(String path) {
    var response = send(request(path).GET());
    return response.statusCode() == 404 ? null : json(response, 200);
  }

  /** The resource. */
  public JsonObject get(String path) {
    return json(send(request(path).GET()), 200);
  }

  /** What was created; the server must answer 201 or 200. */
  public JsonObject post(String path, JsonObject body) {
    return json(send(posted(path, body)), 201);
  }

  /** What was created, or null when it exists already (409). */
  public @Nullable JsonObject postUnlessPresent(String path, JsonObject body) {
    var response = send(posted(path, body));
    return response.statusCode() == 409 ? null : json(response, 201);
  }

  private HttpRequest.Builder posted(String path, JsonObject body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body.encode()));
  }

  /** An open event stream; closing it ends it. */
  public InputStream stream(String path) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(base + path))
              .header("Authorization", "Bearer " + token)
              .header("Accept", "text/event-stream")
              .build();
      var response = http.send(request, BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        throw new Usage("GET " + path + " answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new Usage("GET " + path + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Usage("Interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token)
        .timeout(REQUEST_LIMIT);
  }

  private HttpResponse<String> send(HttpRequest.Builder builder) {
    var request = builder.build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Usage(request.method() + " " + request.uri() + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Usage("Interrupted", e);
    }
  }

  private static JsonObject json(HttpResponse<String> response, int expected) {
    if (response.statusCode() != expected && response.statusCode() != 200) {
      throw new Usage(
          "%s %s answered %d: %s"
              .formatted(
                  response.request().method(),
                  response.request().uri(),
                  response.statusCode(),
                  response.body()));
    }
    return response.body().isBlank() ? new JsonObject() : new JsonObject(response.body());
  }
}
