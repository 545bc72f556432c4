package org.airwitness.ingest.core.format;

import java.time.Instant;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;

/**
 * Lines of decoded messages as dronecot takes them: one JSON object for each Remote ID message, so
 * that most have no identifier and some no position.
 *
 * <p>{@code alt} is called height above ground by its makers but filled from the geodetic altitude:
 * its reference is not established.
 */
final class DronecotFormat implements SensorFormat {
  @Override
  public String name() {
    return "dronecot";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, DronecotFormat::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"radio\"")
        && Json.mentions(payload, "\"t\"")
        && Json.mentions(payload, "\"mac\"");
  }

  private static void read(Item item, Feed feed) throws MalformedException {
    Values record = Values.of(item.json());
    if (!record.has("radio") || !record.has("t") || record.has("payload")) {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT, "an object has t, radio and mac, and what was decoded");
    }
    Draft draft = new Draft();
    draft.id(record.text("id"), ClaimedId.Type.FEED);
    draft.position(record.number("lat"), record.number("lon"));
    draft.motion(record.number("hdg"), record.number("speed"), record.number("vspeed"));
    draft.unverified(record.number("alt"));
    Instant heardAt = record.time("t");
    Reception reception =
        new Reception(
            Transports.of(record.text("radio")),
            record.address("mac"),
            record.rssiDbm("rssi"),
            record.integer("channel", 0, 300),
            null,
            null);
    feed.add(
        Records.sighting(feed, item, "dronecot-json", Records.time(heardAt), reception, draft));
  }
}
