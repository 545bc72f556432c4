package org.airwitness.systemtests.driver;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A server that takes webhooks and checks their signatures as the Standard Webhooks specification
 * tells receivers to. What is not signed well is answered with 401 and remembered as refused.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final long TOLERANCE_S = 300;

  /** One webhook with a valid signature. */
  public record Received(String id, JsonNode body) {}

  private final byte[] key = new byte[32];
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> refused = new CopyOnWriteArrayList<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final HttpServer server;
  private volatile Duration pause = Duration.ZERO;

  private WebhookReceiver(HttpServer server) {
    this.server = server;
    new SecureRandom().nextBytes(key);
  }

  public static WebhookReceiver start() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      WebhookReceiver receiver = new WebhookReceiver(server);
      server.createContext("/hook", receiver::receive);
      server.setExecutor(task -> Thread.ofVirtual().start(task));
      server.start();
      return receiver;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** The secret in the form in which it is given to a subscription. */
  public String secret() {
    return "whsec_" + Base64.getEncoder().encodeToString(key);
  }

  /** Takes this long for each answer from now on. */
  public void answerAfter(Duration pause) {
    this.pause = pause;
  }

  /** Whether somebody waits for an answer. */
  public boolean isAwaited() {
    return unanswered.get() > 0;
  }

  private void receive(HttpExchange exchange) throws IOException {
    unanswered.incrementAndGet();
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String id = exchange.getRequestHeaders().getFirst("webhook-id");
      boolean valid = isValid(exchange, id, body);
      if (valid) {
        received.add(new Received(id, Api.parse(new String(body, StandardCharsets.UTF_8))));
      } else {
        refused.add(exchange.getRequestHeaders() + new String(body, StandardCharsets.UTF_8));
      }
      Thread.sleep(pause);
      exchange.sendResponseHeaders(valid ? 204 : 401, -1);
    } catch (InterruptedException e) {
      throw new InterruptedIOException();
    } finally {
      unanswered.decrementAndGet();
    }
  }

  private boolean isValid(HttpExchange exchange, String id, byte[] body) {
    String timestamp = exchange.getRequestHeaders().getFirst("webhook-timestamp");
    String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
    if (id == null || timestamp == null || signatures == null) {
      return false;
    }
    long ageS = Instant.now().getEpochSecond() - Long.parseLong(timestamp);
    byte[] expected = ("v1," + sign(id + "." + timestamp + ".", body)).getBytes();
    return Math.abs(ageS) <= TOLERANCE_S
        && List.of(signatures.split(" ")).stream()
            .anyMatch(signature -> MessageDigest.isEqual(expected, signature.getBytes()));
  }

  private String sign(String head, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(head.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All webhooks so far, each attempt that arrived. */
  public List<Received> received() {
    return List.copyOf(received);
  }

  /** Requests without a valid signature. */
  public List<String> refused() {
    return List.copyOf(refused);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
