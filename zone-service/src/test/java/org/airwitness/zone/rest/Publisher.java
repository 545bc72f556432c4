package org.airwitness.zone.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A publisher's web server on loopback, which remembers what it was asked. */
final class Publisher implements AutoCloseable {
  /** What it answers to the next requests. */
  interface Answer {
    void send(HttpExchange exchange) throws IOException;
  }

  /** One request: its path and the validators it carried. */
  record Asked(String path, String ifNoneMatch, String ifModifiedSince) {}

  private final HttpServer server;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Answer answer = exchange -> exchange.sendResponseHeaders(404, -1);

  Publisher() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext(
        "/",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          asked.add(
              new Asked(
                  exchange.getRequestURI().toString(),
                  headers.getFirst("If-None-Match"),
                  headers.getFirst("If-Modified-Since")));
          try (exchange) {
            answer.send(exchange);
          }
        });
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/zones.json";
  }

  List<Asked> asked() {
    return asked;
  }

  void answers(Answer next) {
    answer = next;
  }

  /** Publishes a document with validators, and answers conditional requests. */
  void publishes(String etag, String document) {
    answers(exchange -> {
      if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
        exchange.sendResponseHeaders(304, -1);
        return;
      }
      exchange.getResponseHeaders().add("ETag", etag);
      exchange.getResponseHeaders().add("Last-Modified", "Wed, 25 Nov 2026 10:00:00 GMT");
      send(exchange, document);
    });
  }

  void redirectsTo(String location) {
    answers(exchange -> {
      exchange.getResponseHeaders().add("Location", location);
      exchange.sendResponseHeaders(302, -1);
    });
  }

  static void send(HttpExchange exchange, String document) throws IOException {
    byte[] bytes = document.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
