package org.airwitness.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes requests on to other servers and their answers back, as they come: nothing is buffered, so
 * event streams flow, and back-pressure reaches both ends. The Host header is kept.
 *
 * <p>Written here because vertx-http-proxy answers a server that is down with an empty 502, and our
 * errors are problem documents.
 */
public final class ReverseProxy {

  private static final Logger LOG = Logger.getLogger(ReverseProxy.class.getName());

  /** Headers about one connection, not about the message (RFC 9110, section 7.6.1). */
  private static final Set<String> HOP_BY_HOP =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-authenticate",
          "proxy-authorization",
          "proxy-connection",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private final HttpClient client;

  public ReverseProxy(Vertx vertx) {
    var options =
        new HttpClientOptions()
            .setConnectTimeout(2_000)
            .setKeepAliveTimeout(30)
            .setMaxHeaderSize(16 * 1024)
            .setIdleTimeout(120)
            .setIdleTimeoutUnit(TimeUnit.SECONDS);
    // Event streams hold a connection each, for as long as a browser looks.
    this.client = vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(512));
  }

  /** Forwards one request. */
  public void forward(HttpServerRequest request, Backend backend) {
    request.pause();
    var options =
        new RequestOptions()
            .setMethod(request.method())
            .setHost(backend.host())
            .setPort(backend.port())
            .setURI(request.uri());
    client
        .request(options)
        .onSuccess(upstream -> exchange(request, upstream, backend.name()))
        .onFailure(e -> refuse(request, backend.name(), e));
  }

  private void exchange(HttpServerRequest request, HttpClientRequest upstream, String name) {
    copyEndToEnd(request.headers(), upstream.headers());
    addForwarded(request, upstream.headers());
    if (request.headers().contains(HttpHeaders.TRANSFER_ENCODING)) {
      upstream.setChunked(true);
    }
    request.response().closeHandler(_ -> upstream.reset());
    upstream
        .response()
        .onSuccess(answer -> answer(request, answer))
        .onFailure(e -> refuse(request, name, e));
    request.pipe().endOnFailure(false).to(upstream).onFailure(_ -> upstream.reset());
  }

  private static void answer(HttpServerRequest request, HttpClientResponse answer) {
    var response = request.response();
    if (response.closed()) {
      answer.request().reset();
      return;
    }
    response.setStatusCode(answer.statusCode()).setStatusMessage(answer.statusMessage());
    copyEndToEnd(answer.headers(), response.headers());
    if (!answer.headers().contains(HttpHeaders.CONTENT_LENGTH) && mayHaveBody(request, answer)) {
      response.setChunked(true);
    }
    answer.pipe().endOnFailure(false).to(response).onFailure(_ -> abandon(answer, response));
  }

  /** Ends both sides: half an answer must not look like a whole one, and nobody reads the rest. */
  private static void abandon(HttpClientResponse answer, HttpServerResponse response) {
    answer.request().reset();
    response.reset();
  }

  private static boolean mayHaveBody(HttpServerRequest request, HttpClientResponse answer) {
    return !request.method().name().equals("HEAD")
        && answer.statusCode() != 204
        && answer.statusCode() != 304;
  }

  private static void copyEndToEnd(MultiMap from, MultiMap to) {
    from.forEach((name, value) -> {
      if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
        to.add(name, value);
      }
    });
  }

  private static void addForwarded(HttpServerRequest request, MultiMap headers) {
    headers.set("X-Forwarded-For", request.remoteAddress().hostAddress());
    headers.set("X-Forwarded-Proto", request.isSSL() ? "https" : "http");
    var host = request.getHeader(HttpHeaders.HOST);
    if (host != null) {
      headers.set("X-Forwarded-Host", host);
    }
  }

  private static void refuse(HttpServerRequest request, String name, Throwable cause) {
    LOG.log(Level.FINE, cause, () -> name + " did not answer " + request.path());
    HttpServerResponse response = request.response();
    if (response.headWritten()) {
      response.reset();
    } else if (!response.closed()) {
      Problems.send(
          response, 502, "Bad Gateway", "The " + name + " does not answer; it may be restarting.");
    }
    request.resume();
  }
}
