package org.airwitness.console.command;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** HTTP with patience: a server that is still starting is asked again for a while. */
final class Rest {
  private static final Logger LOG = Logger.getLogger(Rest.class);
  private static final Duration REQUEST_LIMIT = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final Set<Integer> NOT_YET = Set.of(502, 503, 504);

  private final HttpClient http;

  /** Trusts whom the context trusts. */
  Rest(SSLContext trust) {
    this.http =
        HttpClient.newBuilder().sslContext(trust).connectTimeout(Duration.ofSeconds(5)).build();
  }

  /** An answer: its status and its JSON, empty when it has none. */
  record Answer(int status, JsonObject body) {
    /** Returns the answer when it has one of these statuses. */
    Answer expect(String what, int... statuses) {
      for (int expected : statuses) {
        if (status == expected) {
          return this;
        }
      }
      throw new CommandException("%s was answered with %d: %s".formatted(what, status, body));
    }
  }

  /** A token by the client credentials in the files {@code client-id} and {@code client-secret}. */
  String token(String provider, Path credentials) throws InterruptedException {
    var metadata = get(provider + "/.well-known/openid-configuration", null);
    var endpoint = metadata.expect(provider, 200).body().getString("token_endpoint");
    if (endpoint == null) {
      throw new CommandException(provider + " names no token_endpoint");
    }
    var form =
        "grant_type=client_credentials&client_id=%s&client_secret=%s"
            .formatted(
                encoded(read(credentials.resolve("client-id"))),
                encoded(read(credentials.resolve("client-secret"))));
    var request =
        HttpRequest.newBuilder(URI.create(endpoint))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    var token = send(request).expect("The token of " + credentials, 200).body();
    return token.getString("access_token");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new CommandException(file + " cannot be read", e);
    }
  }

  Answer get(String url, @Nullable String token) throws InterruptedException {
    return send(request(url, token).GET());
  }

  Answer delete(String url, String token) throws InterruptedException {
    return send(request(url, token).DELETE());
  }

  /** Sends a JSON body with the method. */
  Answer send(String method, String url, String token, JsonObject body)
      throws InterruptedException {
    return send(
        request(url, token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body.encode())));
  }

  private static HttpRequest.Builder request(String url, @Nullable String token) {
    var request = HttpRequest.newBuilder(URI.create(url));
    return token == null ? request : request.header("Authorization", "Bearer " + token);
  }

  private Answer send(HttpRequest.Builder builder) throws InterruptedException {
    var request = builder.timeout(REQUEST_LIMIT).build();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      String trouble;
      try {
        var response = http.send(request, BodyHandlers.ofString());
        if (!NOT_YET.contains(response.statusCode()) || System.nanoTime() > deadline) {
          return answer(response);
        }
        trouble = "status " + response.statusCode();
      } catch (IOException e) {
        if (System.nanoTime() > deadline) {
          throw new CommandException(request.uri() + " cannot be reached: " + e, e);
        }
        trouble = e.toString();
      }
      LOG.infof("%s does not answer yet (%s)", request.uri(), trouble);
      Thread.sleep(PAUSE);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    var text = response.body();
    try {
      return new Answer(
          response.statusCode(),
          text.startsWith("{") ? new JsonObject(text) : new JsonObject().put("text", text));
    } catch (DecodeException _) {
      return new Answer(response.statusCode(), new JsonObject().put("text", text));
    }
  }
}
