package org.airwitness.systemtests.driver;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The REST interface as one person uses it. */
public final class Api {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final URI base;
  private final @Nullable String token;

  Api(URI base, @Nullable String token) {
    this.base = base;
    this.token = token;
  }

  /** An answer of whatever status. */
  public record Answer(int status, String contentType, String text) {
    public JsonNode json() {
      return parse(text);
    }

    private Answer require(int wanted, String request) {
      if (status != wanted) {
        throw new AssertionError("%s answered %d: %s".formatted(request, status, text));
      }
      return this;
    }
  }

  public Answer get(String path) {
    return send("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path, String json) {
    return send("POST", path, BodyPublishers.ofString(json));
  }

  public Answer delete(String path) {
    return send("DELETE", path, BodyPublishers.noBody());
  }

  /** What lies at a path; fails unless it is there. */
  public JsonNode read(String path) {
    return get(path).require(200, "GET " + path).json();
  }

  /** Creates something and returns it. */
  public JsonNode create(String path, String json) {
    return post(path, json).require(201, "POST " + path).json();
  }

  /** The items of all pages of a list. */
  public List<JsonNode> list(String path) {
    String pages = path + (path.contains("?") ? "&" : "?") + "limit=1000";
    List<JsonNode> items = new ArrayList<>();
    JsonNode page = read(pages);
    page.path("items").forEach(items::add);
    while (page.hasNonNull("next")) {
      page = read(pages + "&after=" + page.path("next").asText());
      page.path("items").forEach(items::add);
    }
    return items;
  }

  /** Subscribes to an event stream and waits until it is open. */
  public EventStream stream(String path) {
    return EventStream.open(HTTP, request(path).GET().build());
  }

  private Answer send(String method, String path, BodyPublisher body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .method(method, body)
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      String contentType = response.headers().firstValue("Content-Type").orElse("");
      return new Answer(response.statusCode(), contentType, response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  /** Reads JSON. */
  public static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new AssertionError("Not JSON: " + text, e);
    }
  }
}
