package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.DroneTime;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorFormat;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.remoteid.HeightReference;
import org.airwitness.remoteid.IdType;
import org.airwitness.remoteid.OperatorLocationType;
import org.jspecify.annotations.Nullable;

/**
 * Dronetag Scout: one JSON object to a line, {@code odid} for what it heard and a flat one for its
 * heartbeat, over MQTT and in the body of an HTTP request alike.
 *
 * <p>Blocks of {@code odid} carry the names of the Open Drone ID structure. {@code
 * Location.Timestamp} is a moment, not a phase of the hour, and the only time a record has.
 */
final class DronetagFormat implements SensorFormat {
  private static final String EVIDENCE = "dronetag-json";
  private static final double HOUR_S = 3600;

  @Override
  public String name() {
    return "dronetag";
  }

  @Override
  public Reading decode(SensorMessage message) {
    return Feed.read(message, ItemSplitter.Lists.OF_ITEMS, DronetagFormat::read);
  }

  @Override
  public boolean resembles(byte[] payload) {
    return Json.mentions(payload, "\"odid\"") || Json.mentions(payload, "\"gnss_position\"");
  }

  private static void read(Item item, Feed feed) throws MalformedException {
    JsonNode node = item.json();
    Values record = Values.of(node);
    Values odid = record.findObject("odid");
    if (odid != null) {
      readSighting(item, feed, record, odid, node.get("odid"));
    } else if (record.has("sn") && !record.has("lat")) {
      feed.add(heartbeat(record, node, feed.message().arrivedAt()));
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT, "an object has odid, or is a heartbeat with sn");
    }
  }

  /** Reads a heartbeat, whose position is latitude first. */
  private static StatusReport heartbeat(Values record, JsonNode node, Instant arrivedAt)
      throws MalformedException {
    Instant time = record.time("timestamp");
    JsonNode place = node.path("gnss_position");
    return new StatusReport(
        time == null ? arrivedAt : time,
        null,
        record.text("firmware", "fw"),
        record.text("model"),
        place.size() == 2 ? Places.find(degrees(place, 0), degrees(place, 1)) : null,
        null,
        null,
        null);
  }

  private static @Nullable Double degrees(JsonNode place, int index) {
    return place.path(index).isNumber() ? place.path(index).doubleValue() : null;
  }

  private static void readSighting(
      Item item, Feed feed, Values record, Values odid, JsonNode odidNode)
      throws MalformedException {
    Draft draft = new Draft();
    readIds(draft, odidNode.path("BasicID"));
    Values location = odid.findObject("Location");
    if (location != null) {
      readLocation(draft, location);
    }
    readOperator(draft, odid);
    Instant heardAt = record.time("timestamp", "rx_timestamp");
    Instant fixedAt = location == null || isPhase(location) ? null : location.time("Timestamp");
    Reception reception =
        new Reception(
            Transports.of(record.text("tech")),
            record.address("mac", "address"),
            record.rssiDbm("rssi"),
            null,
            null,
            null);
    var time = Records.time(heardAt == null ? fixedAt : heardAt);
    feed.add(Records.sighting(feed, item, EVIDENCE, time, reception, draft));
  }

  private static void readIds(Draft draft, JsonNode basicIds) throws MalformedException {
    if (basicIds.isObject()) {
      readId(draft, Values.of(basicIds));
    } else {
      for (JsonNode basicId : basicIds) {
        readId(draft, Values.of(basicId));
      }
    }
  }

  private static void readId(Draft draft, Values basicId) throws MalformedException {
    Integer type = basicId.integer("IDType", 0, 15);
    draft.id(
        basicId.text("UASID", "BasicID"),
        type == null ? ClaimedId.Type.FEED : RemoteIdClaims.type(IdType.ofCode(type)));
    draft.uaType(basicId.integer("UAType", 0, 15));
  }

  private static void readLocation(Draft draft, Values location) throws MalformedException {
    draft.status(location.integer("Status", 0, 15));
    draft.position(location.number("Latitude"), location.number("Longitude"));
    draft.motion(
        location.number("Direction"),
        location.number("SpeedHorizontal", "Speed"),
        location.number("SpeedVertical"));
    draft.pressure(location.number("AltitudeBaro"));
    draft.geodetic(location.number("AltitudeGeo"));
    Integer reference = location.integer("HeightType", 0, 1);
    draft.height(
        location.number("Height"), reference == null ? null : HeightReference.ofCode(reference));
    draft.accuracyCodes(
        location.integer("HorizAccuracy", 0, 15), location.integer("VertAccuracy", 0, 15));
    if (isPhase(location)) {
      draft.hourSeconds(location.number("Timestamp"));
    } else {
      Instant fixedAt = location.time("Timestamp");
      draft.time(fixedAt == null ? null : new DroneTime.At(fixedAt));
    }
  }

  /** Whether the time is seconds after the hour, as in the structure the names are taken from. */
  private static boolean isPhase(Values location) throws MalformedException {
    Double time = location.isNumber("Timestamp") ? location.number("Timestamp") : null;
    return time != null && time <= HOUR_S;
  }

  private static void readOperator(Draft draft, Values odid) throws MalformedException {
    Values system = odid.findObject("System");
    if (system != null) {
      Integer type = system.integer("OperatorLocationType", 0, 3);
      draft.operator(
          system.number("OperatorLatitude"),
          system.number("OperatorLongitude"),
          system.number("OperatorAltitudeGeo"),
          type == null ? null : OperatorLocationType.ofCode(type));
    }
    Values selfId = odid.findObject("SelfID");
    if (selfId != null) {
      draft.selfId(selfId.text("Desc", "Description", "Text"));
    }
    Values operatorId = odid.findObject("OperatorID");
    if (operatorId != null) {
      draft.operatorId(operatorId.text("OperatorId", "OperatorID"));
    }
  }
}
