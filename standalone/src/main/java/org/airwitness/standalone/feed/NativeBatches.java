package org.airwitness.standalone.feed;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;

/**
 * The batches one sensor makes in the native format between two of its restarts: a new boot number,
 * and sequence numbers without gaps. Not for use by several threads.
 */
public final class NativeBatches {

  /** Most items in one batch. */
  public static final int MAX_ITEMS = 256;

  private static final DateTimeFormatter MILLIS =
      new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

  private final String sensor;
  private final String clockSource;
  private final long boot;
  private Instant from;
  private long sequence;
  private long frames;

  /**
   * @param clockSource {@code gnss}, {@code ntp}, {@code rtc} or {@code none}
   * @param boot greater than that of every earlier run of the sensor
   * @param from when the sensor began to listen
   */
  public NativeBatches(String sensor, String clockSource, long boot, Instant from) {
    this.sensor = sensor;
    this.clockSource = clockSource;
    this.boot = boot;
    this.from = from;
  }

  /** The MQTT topic of the batches. */
  public String topic() {
    return "s/" + sensor + "/obs";
  }

  /**
   * The next batch.
   *
   * @param sent the sensor's time, also the end of the span the batch tells of
   * @param items at most {@link #MAX_ITEMS}; none makes a heartbeat
   */
  public Buffer next(Instant sent, List<JsonObject> items) {
    frames += items.size();
    var batch =
        new JsonObject()
            .put("v", 1)
            .put("sensor", sensor)
            .put("boot", boot)
            .put("seq", sequence++)
            .put("sent", time(sent))
            .put("clock", new JsonObject().put("src", clockSource))
            .put(
                "rf",
                new JsonObject()
                    .put("frames", items.size())
                    .put("crcBad", 0)
                    .put("from", time(from))
                    .put("to", time(sent)))
            .put("items", new JsonArray(items));
    from = sent;
    return batch.toBuffer();
  }

  /** Frames in all batches so far. */
  public long frames() {
    return frames;
  }

  /** RFC 3339 in UTC with milliseconds. */
  public static String time(Instant instant) {
    return MILLIS.format(instant);
  }
}
