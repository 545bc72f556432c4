package org.airwitness.standalone.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.airwitness.embedded.FreePort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {

  @TempDir Path consoleFiles;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private HttpServer service;
  private Gateway gateway;

  @BeforeEach
  void start() throws IOException {
    service = serviceOn(0);
    var port = service.getAddress().getPort();
    gateway =
        Gateway.start(
            vertx,
            "127.0.0.1",
            0,
            Map.of("ingest", port, "track", port, "zone", port, "alert", FreePort.find()),
            port,
            console());
  }

  private Path console() throws IOException {
    Files.writeString(consoleFiles.resolve("secret"), "secret");
    var console = Files.createDirectory(consoleFiles.resolve("console"));
    Files.writeString(console.resolve("index.html"), "<title>Console</title>");
    var assets = Files.createDirectory(console.resolve("assets"));
    Files.writeString(assets.resolve("index-abc.js"), "console.log(1)");
    return console;
  }

  private static HttpServer serviceOn(int port) throws IOException {
    var server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", GatewayTest::echo);
    server.start();
    return server;
  }

  @AfterEach
  void stop() {
    gateway.close();
    service.stop(0);
    vertx.close();
    client.close();
  }

  /** Answers what it was asked. */
  private static void echo(HttpExchange exchange) throws IOException {
    var headers = new JsonObject();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
    var body =
        new JsonObject()
            .put("method", exchange.getRequestMethod())
            .put("uri", exchange.getRequestURI().toString())
            .put("headers", headers)
            .put("bodyBytes", exchange.getRequestBody().readAllBytes().length);
    var bytes = body.encode().getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("X-Answer", "yes");
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/agencies",
    "/api/v1/sensors/a/credentials",
    "/api/v1/quarantine?sensor=a&text=%7B%22a%22%3A&after=b%2Fc",
    "/api/v1/quarantine/0192/raw",
    "/api/v1/tracks",
    "/api/v1/observations/count",
    "/api/v1/zones/import?format=ed269",
    "/oidc/.well-known/openid-configuration"
  })
  void passesPathAndQueryOnUnchanged(String uri) throws Exception {
    var answer = get(uri);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(new JsonObject(answer.body()).getString("uri")).isEqualTo(uri);
    assertThat(answer.headers().firstValue("X-Answer")).contains("yes");
  }

  @Test
  void keepsHostAndTellsWhoAsked() throws Exception {
    var request =
        HttpRequest.newBuilder(uri("/api/v1/tracks")).header("X-Forwarded-For", "6.6.6.6").build();

    var answer = new JsonObject(client.send(request, BodyHandlers.ofString()).body());

    var headers = answer.getJsonObject("headers");
    assertThat(headers.getString("Host")).isEqualTo("127.0.0.1:" + gateway.port());
    assertThat(headers.getString("X-forwarded-host")).isEqualTo("127.0.0.1:" + gateway.port());
    assertThat(headers.getString("X-forwarded-proto")).isEqualTo("http");
    assertThat(headers.getString("X-forwarded-for")).isEqualTo("127.0.0.1");
  }

  @Test
  void passesLargeBodiesOn() throws Exception {
    var request =
        HttpRequest.newBuilder(uri("/api/v1/zones/import"))
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3_000_000]))
            .build();

    var answer = new JsonObject(client.send(request, BodyHandlers.ofString()).body());

    assertThat(answer.getInteger("bodyBytes")).isEqualTo(3_000_000);
    assertThat(answer.getString("method")).isEqualTo("POST");
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/sensors/roof-1/messages, application/x-ndjson, 3000000",
    "/api/v1/quarantine/resubmit?sensor=roof-1&limit=10, application/json, 0"
  })
  void passesWhatASensorPostsOnWithItsCredentials(String path, String type, int bytes)
      throws Exception {
    var request =
        HttpRequest.newBuilder(uri(path))
            .header("Authorization", "Basic cm9vZi0xQHBvbGljZTpwYXNz")
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[bytes]))
            .build();

    var answer = new JsonObject(client.send(request, BodyHandlers.ofString()).body());

    assertThat(answer.getString("method")).isEqualTo("POST");
    assertThat(answer.getString("uri")).isEqualTo(path);
    assertThat(answer.getInteger("bodyBytes")).isEqualTo(bytes);
    var headers = answer.getJsonObject("headers");
    assertThat(headers.getString("Authorization")).isEqualTo("Basic cm9vZi0xQHBvbGljZTpwYXNz");
    assertThat(headers.getString("Content-type")).isEqualTo(type);
  }

  @Test
  void passesTheAnswerToASensorOn() throws Exception {
    service.createContext(
        "/api/v1/sensors/roof-1/messages",
        exchange -> {
          exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"sensor\", Bearer");
          exchange.getResponseHeaders().add("Retry-After", "5");
          exchange.sendResponseHeaders(401, -1);
          exchange.close();
        });

    var answer =
        client.send(
            HttpRequest.newBuilder(uri("/api/v1/sensors/roof-1/messages"))
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("WWW-Authenticate"))
        .contains("Basic realm=\"sensor\", Bearer");
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  void answersProblemWhileAServiceIsDown() throws Exception {
    var answer = get("/api/v1/alerts");

    assertThat(answer.statusCode()).isEqualTo(502);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    var problem = new JsonObject(answer.body());
    assertThat(problem.getInteger("status")).isEqualTo(502);
    assertThat(problem.getString("detail")).contains("alert-service");
  }

  @Test
  void reachesServiceAgainAfterItsRestart() throws Exception {
    // Given
    var port = service.getAddress().getPort();
    assertThat(get("/api/v1/tracks").statusCode()).isEqualTo(200);
    service.stop(0);
    await().untilAsserted(() -> assertThat(get("/api/v1/tracks").statusCode()).isEqualTo(502));

    // When
    service = serviceOn(port);

    // Then
    await().untilAsserted(() -> assertThat(get("/api/v1/tracks").statusCode()).isEqualTo(200));
  }

  @Test
  void streamsEventsAsTheyComeAndEndsTheServiceSideWithTheClient() throws Exception {
    // Given
    var nextEvent = new CountDownLatch(1);
    var clientGone = new CountDownLatch(1);
    service.createContext(
        "/api/v1/tracks/stream", exchange -> streamEvents(exchange, nextEvent, clientGone));

    // When
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port())) {
      socket
          .getOutputStream()
          .write("GET /api/v1/tracks/stream HTTP/1.1\r\nHost: here\r\n\r\n".getBytes(UTF_8));
      var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));

      // Then: the first event is here although the second is not yet sent
      assertThat(reader.lines().takeWhile(line -> !line.equals("data: 1")))
          .anyMatch(line -> line.equalsIgnoreCase("content-type: text/event-stream"));
      nextEvent.countDown();
      assertThat(reader.lines().anyMatch("data: 2"::equals)).isTrue();
    }
    assertThat(clientGone.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private static void streamEvents(
      HttpExchange exchange, CountDownLatch nextEvent, CountDownLatch clientGone)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (var out = exchange.getResponseBody()) {
      out.write("data: 1\n\n".getBytes(UTF_8));
      out.flush();
      nextEvent.await();
      while (true) {
        out.write("data: 2\n\n".getBytes(UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      clientGone.countDown();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void cutsTheAnswerWhenAServiceDiesInTheMiddle() throws Exception {
    service.createContext(
        "/api/v1/zones/all",
        exchange -> {
          exchange.sendResponseHeaders(200, 1_000);
          exchange.getResponseBody().write("half".getBytes(UTF_8));
          exchange.getResponseBody().flush();
          throw new IllegalStateException("dies");
        });

    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> get("/api/v1/zones/all")))
        .isInstanceOf(IOException.class);
  }

  @Test
  void answersProblemForUnknownResource() throws Exception {
    for (var path : new String[] {"/api/v1/tracksandmore", "/api/v2/tracks", "/api/"}) {
      var answer = get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(404);
      assertThat(answer.headers().firstValue("Content-Type"))
          .as(path)
          .contains("application/problem+json");
    }
  }

  @Test
  void servesTheConsoleWithItsProtection() throws Exception {
    var page = get("/");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>Console</title>");
    assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
  }

  @Test
  void tellsTheConsoleWhereToSignIn() throws Exception {
    var config = new JsonObject(get("/console/config.json").body());

    assertThat(config.getJsonObject("oidc").getString("authority")).isEqualTo("/oidc");
    assertThat(config.getJsonObject("oidc").getString("clientId")).isEqualTo("airwitness-console");
  }

  @Test
  void servesAPageWithStrictHeaders() throws Exception {
    var answer = get("/");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
  }

  @Test
  void asksForPagesAgainAndAnswersHead() throws Exception {
    var head =
        HttpRequest.newBuilder(uri("/"))
            .method("HEAD", HttpRequest.BodyPublishers.noBody())
            .build();

    var answer = client.send(head, BodyHandlers.discarding());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
  }

  @Test
  void letsBrowsersKeepAssets() throws Exception {
    var answer = get("/assets/index-abc.js");

    assertThat(answer.body()).isEqualTo("console.log(1)");
    assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age");
  }

  @Test
  void keepsFilesOutsideTheConsolePrivate() throws Exception {
    for (var path :
        new String[] {
          "/../secret", "/%2e%2e/secret", "/assets/..%2f..%2fsecret", "/assets/../../secret"
        }) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }

  private HttpResponse<String> get(String uri) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri(uri)).timeout(Duration.ofSeconds(10)).build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + gateway.port() + path);
  }
}
