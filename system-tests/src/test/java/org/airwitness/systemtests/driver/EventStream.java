package org.airwitness.systemtests.driver;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A subscriber of Server-Sent Events, with all it has received. */
public final class EventStream implements AutoCloseable {
  private static final String DATA = "data:";

  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final CountDownLatch open = new CountDownLatch(1);
  private volatile boolean ended;
  private final CompletableFuture<HttpResponse<Stream<String>>> response;

  private EventStream(CompletableFuture<HttpResponse<Stream<String>>> response) {
    this.response = response;
  }

  static EventStream open(HttpClient client, HttpRequest request) {
    EventStream stream = new EventStream(client.sendAsync(request, BodyHandlers.ofLines()));
    Thread.ofPlatform().daemon().start(stream::read);
    try {
      if (!stream.open.await(TimeLimit.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError(request.uri() + " does not begin to stream");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
    return stream;
  }

  /** The first line of any kind shows that the server has subscribed. */
  private void read() {
    HttpResponse<Stream<String>> answer = response.join();
    if (answer.statusCode() != 200) {
      return;
    }
    try (Stream<String> lines = answer.body()) {
      lines.forEach(this::accept);
      ended = true;
    } catch (java.io.UncheckedIOException e) {
      // the stream ends with its server, or with this subscriber
    }
  }

  private void accept(String line) {
    if (line.startsWith(DATA)) {
      events.add(Api.parse(line.substring(DATA.length())));
    }
    open.countDown();
  }

  /** Whether the server has ended the stream in order, and not just cut the connection. */
  public boolean hasEnded() {
    return ended;
  }

  /** The data of all events so far. */
  public List<JsonNode> events() {
    return List.copyOf(events);
  }

  @Override
  public void close() {
    response.thenAccept(answer -> answer.body().close());
  }
}
