package org.airwitness.zone.sources;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.airwitness.platform.outgoing.AddressRules;
import org.airwitness.platform.outgoing.DestinationCheck;
import org.airwitness.platform.outgoing.OutgoingUrl;
import org.airwitness.zone.core.Fetched;
import org.airwitness.zone.core.ZoneSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SourceClientTest {
  private final Vertx vertx = Vertx.vertx();
  private final AtomicReference<String> askedHost = new AtomicReference<>();
  private HttpServer server;

  @BeforeEach
  void start() {
    server =
        vertx
            .createHttpServer()
            .requestHandler(request -> {
              askedHost.set(request.getHeader("Host"));
              if (request.path().equals("/zipped")) {
                request.response().putHeader("Content-Encoding", "gzip");
              }
              request.response().end("zones");
            })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void connectsToTheAddressThatWasChecked() {
    // Only this check knows the name: a second look-up would find nothing.
    Fetched fetched = fetch(true, "http://zones.invalid:%d/x".formatted(server.actualPort()));
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Document.class, document -> assertThat(document.content()).hasSize(5));
    assertThat(askedHost).hasValue("zones.invalid:" + server.actualPort());
  }

  @Test
  void connectsToNoNameWithAnInternalAddress() {
    assertThat(fetch(false, "https://zones.example/x")).isInstanceOf(Fetched.Refused.class);
    assertThat(askedHost).hasValue(null);
  }

  @Test
  void takesNoEncodingThatItDidNotAskFor() {
    assertThat(fetch(true, "http://127.0.0.1:%d/zipped".formatted(server.actualPort())))
        .isEqualTo(
            new Fetched.Refused("it is sent with a Content-Encoding that was not asked for"));
  }

  private Fetched fetch(boolean allowInternal, String url) {
    var check =
        new DestinationCheck(
            new OutgoingUrl.Limits(allowInternal, Set.of(443, server.actualPort())),
            new AddressRules(allowInternal, List.of()),
            host -> Uni.createFrom().item(List.of(InetAddress.ofLiteral("127.0.0.1"))));
    var source = new ZoneSource(url, Duration.ofDays(1), null, null, null, null, null);
    return new SourceClient(vertx, check).fetch(source).await().atMost(Duration.ofSeconds(10));
  }
}
