package org.airwitness.alert.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.JksOptions;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.airwitness.alert.core.webhook.Dispatch;
import org.airwitness.alert.core.webhook.Outcome;
import org.airwitness.alert.core.webhook.WebhookSecret;
import org.airwitness.platform.agency.AgencyId;
import org.airwitness.platform.outgoing.Destination;
import org.airwitness.platform.outgoing.OutgoingUrl;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebhookClientTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:05Z");
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private final Vertx vertx = Vertx.vertx();
  private final WebhookClient client = new WebhookClient(vertx, InstantSource.fixed(NOW));
  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void keepsTheHostWhileConnectingToTheCheckedAddress() throws Exception {
    int port =
        serve(new HttpServerOptions(), request -> request.response().setStatusCode(204).end());
    Outcome outcome = post(plain("hooks.example.org", port));
    assertThat(outcome.status()).isEqualTo(204);
    assertThat(seen)
        .containsEntry("host", "hooks.example.org:" + port)
        .containsEntry("webhook-timestamp", Long.toString(NOW.getEpochSecond()))
        .containsKeys("webhook-id", "webhook-signature");
  }

  @Test
  void followsNoRedirect() throws Exception {
    int port =
        serve(
            new HttpServerOptions(),
            request ->
                request.response().setStatusCode(307).putHeader("Location", "/elsewhere").end());
    assertThat(post(plain("hooks.example.org", port)).status()).isEqualTo(307);
    assertThat(requests).hasValue(1);
  }

  @Test
  void readsHowLongToWait() throws Exception {
    int port =
        serve(
            new HttpServerOptions(),
            request -> request.response().setStatusCode(503).putHeader("Retry-After", "17").end());
    assertThat(post(plain("hooks.example.org", port)).retryAfter())
        .contains(Duration.ofSeconds(17));
  }

  @Test
  void hangsUpOnAnAnswerWithoutEnd() throws Exception {
    var closed = new AtomicInteger();
    int port =
        serve(
            new HttpServerOptions(),
            request -> {
              request.connection().closeHandler(gone -> closed.incrementAndGet());
              var response = request.response().setChunked(true);
              vertx.setPeriodic(
                  5,
                  timer -> {
                    if (closed.get() > 0 || response.closed()) {
                      vertx.cancelTimer(timer);
                    } else {
                      response.write(Buffer.buffer(new byte[16 * 1024]));
                    }
                  });
            });
    assertThat(post(plain("hooks.example.org", port)).status()).isEqualTo(200);
    Awaitility.await().untilAtomic(closed, org.hamcrest.Matchers.equalTo(1));
  }

  @Test
  void saysWhenNobodyListens() throws Exception {
    int port = serve(new HttpServerOptions(), request -> {});
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    var other = Vertx.vertx();
    try {
      var outcome =
          new WebhookClient(other, InstantSource.fixed(NOW))
              .post(plain("hooks.example.org", port), dispatch())
              .await()
              .atMost(Duration.ofSeconds(10));
      assertThat(outcome.status()).isNull();
      assertThat(outcome.error()).isEqualTo("the connection was refused");
    } finally {
      other.close();
    }
  }

  @Test
  void asksForTheHostInTlsAndChecksItsCertificate(@TempDir Path directory) throws Exception {
    JksOptions identity = certificateOf("hooks.example.org", directory);
    var options = new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(identity);
    int port =
        serve(
            options,
            request -> {
              seen.put("sni", String.valueOf(request.connection().indicatedServerName()));
              request.response().end();
            });
    var trusting =
        new WebhookClient(
            vertx, InstantSource.fixed(NOW), new HttpClientOptions().setTrustOptions(identity));
    assertThat(post(trusting, tls("hooks.example.org", port)).status()).isEqualTo(200);
    assertThat(seen).containsEntry("sni", "hooks.example.org");
    assertThat(post(trusting, tls("other.example.org", port)).error())
        .isEqualTo("the TLS handshake failed");
    assertThat(post(client, tls("hooks.example.org", port)).error())
        .isEqualTo("the TLS handshake failed");
    assertThat(requests).hasValue(1);
  }

  private Outcome post(Destination receiver) {
    return post(client, receiver);
  }

  private static Outcome post(WebhookClient client, Destination receiver) {
    return client.post(receiver, dispatch()).await().atMost(Duration.ofSeconds(20));
  }

  private static Destination plain(String host, int port) {
    return new Destination(new OutgoingUrl(false, host, port, "/hook"), LOOPBACK);
  }

  private static Destination tls(String host, int port) {
    return new Destination(new OutgoingUrl(true, host, port, "/hook"), LOOPBACK);
  }

  private static Dispatch dispatch() {
    return new Dispatch(
        new AgencyId("agency-a"),
        UUID.randomUUID(),
        UUID.randomUUID(),
        "unused",
        WebhookSecret.generate(new Random(1)),
        "{}",
        1,
        null);
  }

  private int serve(HttpServerOptions options, io.vertx.core.Handler<HttpServerRequest> answer)
      throws Exception {
    return vertx
        .createHttpServer(options.setHost("127.0.0.1").setPort(0))
        .requestHandler(request -> {
          requests.incrementAndGet();
          request
              .headers()
              .forEach((name, value) -> seen.put(name.toLowerCase(java.util.Locale.ROOT), value));
          request.endHandler(read -> answer.handle(request));
        })
        .listen()
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS)
        .actualPort();
  }

  private static JksOptions certificateOf(String host, Path directory) throws Exception {
    Path store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "a",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-validity",
                "3650",
                "-storetype",
                "JKS",
                "-keystore",
                store.toString(),
                "-storepass",
                "changeit",
                "-keypass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    String output =
        new String(
            keytool.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
    return new JksOptions().setPath(store.toString()).setPassword("changeit");
  }
}
