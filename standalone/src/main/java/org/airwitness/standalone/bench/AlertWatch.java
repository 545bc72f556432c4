package org.airwitness.standalone.bench;

import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SynchronizedHistogram;

/**
 * The alert stream as a subscriber reads it, and how long each alert took: from the moment the
 * frame was published whose time of sighting the alert names, to the moment the alert was here.
 */
final class AlertWatch implements AutoCloseable {

  private static final long LONGEST_MICROS = 600_000_000L;

  /** The frame of a drone with a certain time of sighting, in tenths of a second. */
  private record FrameKey(String serial, long tenths) {}

  private final InputStream stream;
  private final Map<FrameKey, Long> publishedNanos = new ConcurrentHashMap<>();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Histogram latencyMicros = new SynchronizedHistogram(LONGEST_MICROS, 3);

  AlertWatch(InputStream stream) {
    this.stream = stream;
    Thread.ofPlatform().daemon().name("alert-watch").start(this::read);
  }

  /** Notes that a frame which may raise an alert goes out now. */
  void published(String serial, Instant sighted, long nanos) {
    publishedNanos.put(new FrameKey(serial, sighted.toEpochMilli() / 100), nanos);
  }

  private void read() {
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("data:")) {
          received(new JsonObject(line.substring(5)), System.nanoTime());
        }
      }
    } catch (IOException e) {
      return; // closed at the end of the run
    }
  }

  private void received(JsonObject alert, long nanos) {
    if (!"raised".equals(alert.getString("state")) || !seen.add(alert.getString("id"))) {
      return;
    }
    var sighted = Instant.parse(alert.getString("observedAt"));
    var published =
        publishedNanos.get(
            new FrameKey(String.valueOf(alert.getString("serial")), sighted.toEpochMilli() / 100));
    if (published != null) {
      latencyMicros.recordValue(Math.min(LONGEST_MICROS, (nanos - published) / 1_000));
    }
  }

  /** Alerts whose frame is known. */
  long measured() {
    return latencyMicros.getTotalCount();
  }

  /** Latency in milliseconds below which this percentage of alerts stayed. */
  double latencyMs(double percentile) {
    return latencyMicros.getValueAtPercentile(percentile) / 1_000.0;
  }

  @Override
  public void close() {
    try {
      stream.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
