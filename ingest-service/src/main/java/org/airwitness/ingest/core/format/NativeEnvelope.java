package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.SensorMessage;
import org.jspecify.annotations.Nullable;

/**
 * What of a native batch its items cannot be read without. It is kept with an item that was
 * refused, as JSON with the names a batch has.
 *
 * <p>Such an item keeps the number of its batch, and with it the id its sighting would have had.
 * The number itself is not looked at again, since the batch was decided on when it came: the item
 * neither repeats its batch nor conflicts with it, and is no step in the sensor's counting.
 *
 * @param sentAt by the sensor's clock
 * @param position where a mobile sensor was
 */
record NativeEnvelope(
    long boot, long sequence, Instant sentAt, String clockSource, @Nullable GeoPoint position) {
  private static final List<String> CLOCK_SOURCES = List.of("gnss", "ntp", "rtc", "none");

  static NativeEnvelope read(Fields head) throws MalformedException {
    return new NativeEnvelope(
        head.integer("boot", 0, Long.MAX_VALUE),
        head.integer("seq", 0, Long.MAX_VALUE),
        head.time("sent"),
        head.object("clock").oneOf("src", CLOCK_SOURCES),
        readPosition(head));
  }

  private static @Nullable GeoPoint readPosition(Fields head) throws MalformedException {
    Fields position = head.findObject("pos");
    return position == null
        ? null
        : new GeoPoint(position.number("lat", -90, 90), position.number("lon", -180, 180));
  }

  byte[] toJson() {
    ObjectNode head = Json.STRICT.createObjectNode();
    head.put("boot", boot).put("seq", sequence).put("sent", sentAt.toString());
    head.putObject("clock").put("src", clockSource);
    if (position != null) {
      head.putObject("pos").put("lat", position.latDeg()).put("lon", position.lonDeg());
    }
    return head.toString().getBytes(StandardCharsets.UTF_8);
  }

  NativeItemReader itemReader() {
    return new NativeItemReader(boot, sequence, sentAt, !clockSource.equals("none"));
  }

  /** Reads an item that was refused before. */
  static Reading readItem(SensorMessage item, int index, byte[] envelope) {
    try {
      NativeEnvelope batch = read(new Fields(NativeDocument.readTree(envelope), ""));
      var element =
          new NativeDocument.Item(NativeDocument.readTree(item.payload()), item.payload());
      return new Reading(
          List.of(batch.itemReader().read(index, element)),
          List.of(),
          List.of(),
          0,
          batch.position(),
          () -> envelope,
          null);
    } catch (MalformedException e) {
      return Reading.refused(new Refusal(index, e.reason(), e.detail(), item.payload()));
    }
  }
}
