package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Transport;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one message of an ESP32 node, of which a pilot's follows a drone's. */
final class Esp32Reader implements Feed.ItemReader {
  private static final String PLACE = "maps.google.com/?q=";
  private static final String STATUS_MARK = "[+]";
  private static final double UNKNOWN_ALTITUDE_M = 0;

  /** Address in the last drone line; a pilot line has none of its own. */
  private @Nullable String drone;

  @Override
  public void read(Item item, Feed feed) throws MalformedException {
    if (item.isText()) {
      readLine(item, feed);
    } else if (isMark(item)) {
      feed.add(status(feed, item.text())); // the status line of one firmware is not JSON
    } else {
      readJson(item, feed, item.json());
    }
  }

  private static boolean isMark(Item item) {
    int marked = new String(item.content(), StandardCharsets.ISO_8859_1).indexOf(STATUS_MARK);
    return marked >= 0 && marked < 16 && !item.text().contains("\":");
  }

  private static void readJson(Item item, Feed feed, JsonNode node) throws MalformedException {
    Values record = Values.of(node);
    String heartbeat = record.text("heartbeat");
    if (heartbeat != null) {
      feed.add(status(feed, heartbeat));
    } else if (record.has("drone_long") || record.has("basic_id") && record.has("mac")) {
      Reception reception = reception(record.address("mac"), record.rssiDbm("rssi"));
      feed.add(
          Records.sighting(feed, item, "esp32-json", SensorTime.NONE, reception, draft(record)));
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "an object has mac and drone_long or basic_id, or heartbeat");
    }
  }

  private static Draft draft(Values record) throws MalformedException {
    Draft draft = new Draft();
    draft.id(record.text("basic_id"), ClaimedId.Type.FEED);
    draft.position(record.number("drone_lat"), record.number("drone_long"));
    Double altitudeM = record.number("drone_altitude");
    boolean unknown = altitudeM == null || altitudeM == UNKNOWN_ALTITUDE_M;
    draft.geodetic(unknown ? null : altitudeM);
    draft.operator(record.number("pilot_lat"), record.number("pilot_long"), null, null);
    return draft;
  }

  /** Reads a line of the mesh: a drone with address and place, or its pilot's place. */
  private void readLine(Item item, Feed feed) throws MalformedException {
    String line = item.text();
    int place = line.indexOf(PLACE);
    if (place >= 0 && line.startsWith("Drone:")) {
      readDrone(item, feed, line, place);
    } else if (place >= 0 && line.startsWith("Pilot:")) {
      readPilot(item, feed, line.substring(place + PLACE.length()));
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "a line is JSON, or begins with Drone: or Pilot: and has a place");
    }
  }

  private void readDrone(Item item, Feed feed, String line, int place) throws MalformedException {
    String[] words = line.substring("Drone:".length(), place).strip().split("\\s+");
    drone = null;
    String address =
        Addresses.require(words[0].toLowerCase(Locale.ROOT), "the address after Drone:");
    Draft draft = new Draft();
    double[] degrees = degrees(line.substring(place + PLACE.length()));
    draft.position(degrees[0], degrees[1]);
    feed.add(
        Records.sighting(
            feed, item, "esp32-text", SensorTime.NONE, reception(address, rssi(words)), draft));
    drone = address;
  }

  private void readPilot(Item item, Feed feed, String place) throws MalformedException {
    String address = drone;
    if (address == null) {
      throw new MalformedException(
          RefusalReason.UNIDENTIFIED,
          "a Pilot line names no drone; send it in one message with the Drone line before it");
    }
    Draft draft = new Draft();
    double[] degrees = degrees(place);
    draft.operator(degrees[0], degrees[1], null, null);
    feed.add(
        Records.sighting(
            feed, item, "esp32-text", SensorTime.NONE, reception(address, null), draft));
    drone = null;
  }

  private static @Nullable Integer rssi(String[] words) throws MalformedException {
    for (String word : words) {
      if (word.startsWith("RSSI:")) {
        Measure measure = Measure.find(word.substring("RSSI:".length()));
        if (measure == null || Math.abs(measure.value()) > 200) {
          throw new MalformedException(RefusalReason.FIELD_INVALID, "RSSI must be dBm");
        }
        return measure.value() == 0 ? null : (int) Math.round(measure.value());
      }
    }
    return null;
  }

  private static double[] degrees(String place) throws MalformedException {
    int comma = place.indexOf(',');
    Measure lat = comma < 0 ? null : Measure.find(place.substring(0, comma));
    Measure lon = comma < 0 ? null : Measure.find(place.substring(comma + 1));
    if (lat == null || lon == null) {
      throw new MalformedException(
          RefusalReason.FIELD_INVALID, "the place must be latitude,longitude in degrees");
    }
    return new double[] {lat.value(), lon.value()};
  }

  private static Reception reception(@Nullable String address, @Nullable Integer rssiDbm) {
    return new Reception(Transport.UNKNOWN, address, rssiDbm, null, null, null);
  }

  private static StatusReport status(Feed feed, String text) {
    return new StatusReport(
        feed.message().arrivedAt(), shortened(text), null, null, null, null, null, null);
  }

  private static String shortened(String text) {
    String printable = text.replaceAll("[^ -~]", "").replaceAll("[{}\"]", "").strip();
    return printable.length() > 80 ? printable.substring(0, 80) : printable;
  }
}
