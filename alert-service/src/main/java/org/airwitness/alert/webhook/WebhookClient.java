package org.airwitness.alert.webhook;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.airwitness.alert.core.webhook.Dispatch;
import org.airwitness.alert.core.webhook.Outcome;
import org.airwitness.alert.core.webhook.RetryAfter;
import org.airwitness.platform.outgoing.Destination;

/**
 * Posts one attempt to a receiver whose address has been checked: connects to that very address,
 * keeps the host for TLS and the Host header, follows no redirect and knows no proxy.
 */
@ApplicationScoped
public class WebhookClient {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);
  private static final Duration TOTAL_LIMIT = Duration.ofSeconds(15);
  private static final int MAX_RESPONSE_BYTES = 64 * 1024;

  private final Vertx vertx;
  private final HttpClient client;
  private final InstantSource clock;

  @Inject
  WebhookClient(Vertx vertx, InstantSource clock) {
    this(vertx, clock, new HttpClientOptions());
  }

  WebhookClient(Vertx vertx, InstantSource clock, HttpClientOptions trust) {
    this.vertx = vertx;
    this.clock = clock;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions(trust)
                .setConnectTimeout((int) CONNECT_LIMIT.toMillis())
                .setSslHandshakeTimeout(CONNECT_LIMIT.toMillis())
                .setKeepAliveTimeout(20)
                .setMaxPoolSize(16)
                .setForceSni(true)
                .setVerifyHost(true));
  }

  /** Makes an attempt; every way it can end is an outcome. */
  public Uni<Outcome> post(Destination receiver, Dispatch dispatch) {
    return Uni.createFrom().emitter(emitter -> new Exchange(emitter).start(receiver, dispatch));
  }

  private RequestOptions options(Destination receiver, Dispatch dispatch, Instant now) {
    String id = dispatch.deliveryId().toString();
    long timestampS = now.getEpochSecond();
    return receiver
        .request(HttpMethod.POST)
        .putHeader("User-Agent", "airwitness-webhooks/1")
        .putHeader("Content-Type", "application/json")
        .putHeader("webhook-id", id)
        .putHeader("webhook-timestamp", Long.toString(timestampS))
        .putHeader("webhook-signature", dispatch.secret().sign(id, timestampS, dispatch.body()));
  }

  /** One request and its answer; the first end counts. */
  private final class Exchange {
    private final UniEmitter<? super Outcome> emitter;
    private final AtomicBoolean over = new AtomicBoolean();
    private int responseBytes;

    Exchange(UniEmitter<? super Outcome> emitter) {
      this.emitter = emitter;
    }

    void start(Destination receiver, Dispatch dispatch) {
      client
          .request(options(receiver, dispatch, clock.instant()))
          .onSuccess(request -> send(request, dispatch.body()))
          .onFailure(failure -> end(unanswered(failure)));
    }

    private void send(HttpClientRequest request, String body) {
      long timer =
          vertx.setTimer(
              TOTAL_LIMIT.toMillis(),
              late -> {
                end(Outcome.unanswered("no answer within 15 s"));
                request.reset();
              });
      request.exceptionHandler(failure -> end(unanswered(failure)));
      request
          .response()
          .onSuccess(response -> read(request, response, timer))
          .onFailure(failure -> {
            vertx.cancelTimer(timer);
            end(unanswered(failure));
          });
      request.end(body);
    }

    /** The status is the answer; the rest is read only so that the connection can be used again. */
    private void read(HttpClientRequest request, HttpClientResponse response, long timer) {
      end(Outcome.answered(response.statusCode(), retryAfter(response)));
      response.exceptionHandler(failure -> vertx.cancelTimer(timer));
      response.endHandler(done -> vertx.cancelTimer(timer));
      response.handler(part -> {
        responseBytes += part.length();
        if (responseBytes > MAX_RESPONSE_BYTES) {
          request.reset();
        }
      });
    }

    private Optional<Duration> retryAfter(HttpClientResponse response) {
      return RetryAfter.parse(response.getHeader("Retry-After"), clock.instant());
    }

    private void end(Outcome outcome) {
      if (over.compareAndSet(false, true)) {
        emitter.complete(outcome);
      }
    }
  }

  private static Outcome unanswered(Throwable failure) {
    return Outcome.unanswered(
        switch (failure) {
          case io.netty.channel.ConnectTimeoutException _ -> "no connection within 3 s";
          case javax.net.ssl.SSLException _ -> "the TLS handshake failed";
          case java.net.ConnectException _ -> "the connection was refused";
          case java.io.IOException _ -> "the connection broke";
          default -> "no answer";
        });
  }
}
