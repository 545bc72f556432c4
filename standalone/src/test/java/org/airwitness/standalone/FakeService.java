package org.airwitness.standalone;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/**
 * A service that is ready at once and tells its settings: stands in for a real one, where only its
 * supervision matters.
 */
final class FakeService {

  private FakeService() {}

  public static void main(String[] arguments) throws IOException {
    var health = server("QUARKUS_MANAGEMENT");
    health.createContext("/q/health/ready", exchange -> answer(exchange, "{}"));
    health.start();
    var server = server("QUARKUS_HTTP");
    server.createContext(
        "/", exchange -> answer(exchange, System.getenv("QUARKUS_DATASOURCE_USERNAME")));
    server.start();
    var parent = Long.parseLong(System.getenv("AIRWITNESS_PARENT_PID"));
    ProcessHandle.of(parent).orElseThrow().onExit().thenRun(() -> System.exit(0));
  }

  private static HttpServer server(String settings) throws IOException {
    int port = Integer.parseInt(System.getenv(settings + "_PORT"));
    return HttpServer.create(new InetSocketAddress(System.getenv(settings + "_HOST"), port), 0);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
