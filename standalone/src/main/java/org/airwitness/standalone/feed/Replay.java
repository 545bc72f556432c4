package org.airwitness.standalone.feed;

import io.vertx.core.Vertx;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.airwitness.standalone.Usage;

/** A recording published as one sensor. */
public final class Replay {

  private static final int WINDOW = 256;
  private static final Duration LAST_ANSWERS = Duration.ofSeconds(60);

  /**
   * What became of a replay.
   *
   * @param sent messages published at least once
   * @param acknowledged messages whose PUBACK came
   * @param reconnects how often the connection was made again
   */
  public record Outcome(long sent, long acknowledged, int reconnects) {}

  private final Vertx vertx;
  private final SensorAddress address;
  private final Semaphore window = new Semaphore(WINDOW);
  private final AtomicLong acknowledged = new AtomicLong();

  public Replay(Vertx vertx, SensorAddress address) {
    this.vertx = vertx;
    this.address = address;
  }

  /**
   * Publishes the file and returns when everything is acknowledged, or a minute after the last
   * message.
   *
   * @param speed 1 keeps the recorded pace, infinity knows no pauses
   * @throws Usage when the file cannot be read or the credentials are refused
   */
  public Outcome run(Path file, RecordingFormat format, double speed) throws InterruptedException {
    try (var stream = new BufferedInputStream(Files.newInputStream(file));
        var connection = new SensorConnection(vertx, address)) {
      var boot = Instant.now().getEpochSecond();
      var sent = publish(connection, format.read(stream, address.sensor(), boot), new Pace(speed));
      var _ = window.tryAcquire(WINDOW, LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS);
      requireAccepted(connection);
      return new Outcome(sent, acknowledged.get(), connection.reconnects());
    } catch (IOException | UncheckedIOException e) {
      throw new Usage("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private long publish(SensorConnection connection, Iterator<RecordedMessage> messages, Pace pace)
      throws InterruptedException {
    long start = System.nanoTime();
    long sent = 0;
    while (messages.hasNext()) {
      var message = messages.next();
      awaitTime(start + pace.due(message.at()).toNanos());
      awaitWindow(connection);
      connection.publish(message.topic(), message.payload()).onComplete(this::answered);
      sent++;
    }
    return sent;
  }

  private void answered(io.vertx.core.AsyncResult<Void> outcome) {
    if (outcome.succeeded()) {
      acknowledged.incrementAndGet();
    }
    window.release();
  }

  private static void awaitTime(long dueNanos) throws InterruptedException {
    long left = dueNanos - System.nanoTime();
    if (left > 0) {
      TimeUnit.NANOSECONDS.sleep(left);
    }
  }

  private void awaitWindow(SensorConnection connection) throws InterruptedException {
    do {
      requireAccepted(connection);
    } while (!window.tryAcquire(200, TimeUnit.MILLISECONDS));
  }

  private static void requireAccepted(SensorConnection connection) {
    var refused = connection.refused();
    if (refused.failed()) {
      throw new Usage(String.valueOf(refused.cause().getMessage()), refused.cause());
    }
  }
}
