package org.airwitness.standalone.feed;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Received frames put into batches as a sensor does it: what was heard within a quarter of a second
 * goes together.
 */
final class FrameBatches implements Iterator<RecordedMessage> {

  /** Organisation (3 bytes), 58 62 13, and the subcommand. */
  private static final int DJI_HEADER_HEX_DIGITS = 14;

  static final Duration SPAN = Duration.ofMillis(250);

  private final Iterator<JsonNode> frames;
  private final String sensor;
  private final long boot;
  private @Nullable NativeBatches batches;
  private @Nullable JsonNode pending;

  FrameBatches(Iterator<JsonNode> frames, String sensor, long boot) {
    this.frames = frames;
    this.sensor = sensor;
    this.boot = boot;
  }

  @Override
  public boolean hasNext() {
    return pending != null || frames.hasNext();
  }

  @Override
  public RecordedMessage next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var first = take();
    var firstAt = time(first);
    var items = new ArrayList<JsonObject>(List.of(item(first)));
    var lastAt = firstAt;
    while (hasNext() && items.size() < NativeBatches.MAX_ITEMS) {
      var frame = take();
      if (time(frame).isAfter(firstAt.plus(SPAN)) || time(frame).isBefore(lastAt)) {
        pending = frame;
        break;
      }
      items.add(item(frame));
      lastAt = time(frame);
    }
    var out = batchesFrom(firstAt);
    return new RecordedMessage(lastAt, out.topic(), out.next(lastAt, items));
  }

  private NativeBatches batchesFrom(Instant firstAt) {
    if (batches == null) {
      batches = new NativeBatches(sensor, "ntp", boot, firstAt);
    }
    return batches;
  }

  private JsonNode take() {
    var frame = pending == null ? frames.next() : pending;
    pending = null;
    return frame;
  }

  private static Instant time(JsonNode frame) {
    var seconds = new BigDecimal(frame.path("ts").asText("0"));
    var micros = seconds.movePointRight(6).longValue();
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }

  /** One item of the native format; what the capture did not have is left out. */
  static JsonObject item(JsonNode frame) {
    var at = time(frame);
    var item =
        new JsonObject()
            .put("t", NativeBatches.time(at))
            .put("m", at.getEpochSecond() * 1_000_000_000L + at.getNano())
            .put("tr", transport(frame))
            .put("fmt", format(frame));
    text(frame, "mac", item, "a");
    number(frame, "channel", item, "ch");
    number(frame, "freq", item, "mhz");
    number(frame, "rssi", item, "rssi");
    number(frame, "counter", item, "cnt");
    text(frame, "ssid", item, "ssid");
    if (frame.path("crc_ok").isBoolean()) {
      item.put("crc", frame.path("crc_ok").asBoolean());
    }
    var payload = frame.path(frame.has("payload_hex") ? "payload_hex" : "frame_hex");
    return item.put("hex", body(frame, payload.asText()));
  }

  private static String transport(JsonNode frame) {
    var transport = frame.path("transport").asText();
    return transport.equals("dji-wifi-ie") ? "dji-wifi" : transport;
  }

  private static String format(JsonNode frame) {
    return frame.path("transport").asText().equals("dji-wifi-ie") ? "dji-body" : "odid";
  }

  private static String body(JsonNode frame, String hex) {
    if (!format(frame).equals("dji-body")) {
      return hex;
    }
    return hex.length() > DJI_HEADER_HEX_DIGITS ? hex.substring(DJI_HEADER_HEX_DIGITS) : hex;
  }

  private static void text(JsonNode from, String name, JsonObject to, String as) {
    if (from.path(name).isTextual()) {
      var value = from.path(name).asText();
      to.put(as, as.equals("a") ? value.toLowerCase(Locale.ROOT) : value);
    }
  }

  private static void number(JsonNode from, String name, JsonObject to, String as) {
    if (from.path(name).isNumber()) {
      to.put(as, from.path(name).numberValue());
    }
  }
}
