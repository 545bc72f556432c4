package org.airwitness.standalone.feed;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Iterator;

/** What a file of recorded sensor messages holds. */
public enum RecordingFormat {

  /** DroneScout messages: JSON objects one after the other, or one array of them. */
  DRONESCOUT {
    @Override
    Iterator<RecordedMessage> read(InputStream file, String sensor, long boot) throws IOException {
      var previous = new Instant[] {Instant.EPOCH};
      return new MappedIterator<>(
          nodes(file),
          message -> {
            previous[0] = droneScoutTime(message, previous[0]);
            return new RecordedMessage(
                previous[0], "sensor/" + sensor + "/upload", buffer(message));
          });
    }
  },

  /** Batches of the native format, one after the other; the sensor in them is replaced. */
  NATIVE {
    @Override
    Iterator<RecordedMessage> read(InputStream file, String sensor, long boot) throws IOException {
      return new MappedIterator<>(
          nodes(file),
          batch -> {
            ((ObjectNode) batch).put("sensor", sensor);
            return new RecordedMessage(nativeTime(batch), "s/" + sensor + "/obs", buffer(batch));
          });
    }
  },

  /** Received frames, one JSON object per line, which are put into batches of the native format. */
  FRAMES {
    @Override
    Iterator<RecordedMessage> read(InputStream file, String sensor, long boot) throws IOException {
      return new FrameBatches(nodes(file), sensor, boot);
    }
  };

  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * The messages of a file in their order. Faults of the file surface as {@link
   * UncheckedIOException} while iterating.
   *
   * @param sensor id of the sensor that sends them
   * @param boot boot number for batches made here
   */
  abstract Iterator<RecordedMessage> read(InputStream file, String sensor, long boot)
      throws IOException;

  private static Iterator<JsonNode> nodes(InputStream file) throws IOException {
    return new JsonNodes(JSON.readerFor(JsonNode.class).readValues(file));
  }

  private static Buffer buffer(JsonNode message) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Instant droneScoutTime(JsonNode message, Instant previous) {
    for (var part : message) {
      if (part.path("timestamp").isIntegralNumber()) {
        return Instant.ofEpochMilli(part.path("timestamp").asLong());
      }
    }
    return previous;
  }

  private static Instant nativeTime(JsonNode batch) {
    try {
      return Instant.parse(batch.path("sent").asText());
    } catch (DateTimeException e) {
      throw new UncheckedIOException(
          new IOException("A batch without a readable 'sent': " + e.getMessage(), e));
    }
  }
}
