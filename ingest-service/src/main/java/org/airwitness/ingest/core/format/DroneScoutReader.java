package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Reading;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.Refusal;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorMessage;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.StatusReport;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.Frame;
import org.airwitness.remoteid.Rejected;
import org.airwitness.remoteid.UasDataStruct;
import org.jspecify.annotations.Nullable;

/** Reads one message of a DroneScout. */
final class DroneScoutReader {
  private static final int MAX_OBJECTS = 1000;
  private static final long MAX_EPOCH_MS = 253_402_300_799_999L; // end of the year 9999

  private final SensorMessage message;
  private final List<Sighting> sightings = new ArrayList<>(1);
  private final List<StatusReport> statuses = new ArrayList<>(0);
  private final List<Refusal> refusals = new ArrayList<>(0);
  private int ignored;
  private int objects;

  DroneScoutReader(SensorMessage message) {
    this.message = message;
  }

  Reading read() {
    byte[] payload = message.payload();
    int end = endOfText(payload);
    try {
      Json.requireText(end == 0 ? new byte[0] : payload);
      int start = Json.hasByteOrderMark(payload) ? 3 : 0;
      readObjects(Arrays.copyOfRange(payload, start, Math.max(start, end)));
    } catch (MalformedException e) {
      refusals.add(new Refusal(Refusal.WHOLE_MESSAGE, e.reason(), e.detail(), payload));
    }
    if (objects > MAX_OBJECTS) {
      String detail = "a message has at most " + MAX_OBJECTS + " objects";
      return Reading.refused(Refusal.of(message, RefusalReason.TOO_MANY_ITEMS, detail));
    }
    return Reading.of(sightings, statuses, refusals, ignored);
  }

  /** Returns where the text ends: the sensor appends NULs and line ends. */
  private static int endOfText(byte[] payload) {
    int end = payload.length;
    while (end > 0 && payload[end - 1] <= ' ' && payload[end - 1] >= 0) {
      end--;
    }
    return end;
  }

  private void readObjects(byte[] text) throws MalformedException {
    int from = 0;
    try (JsonParser parser = Json.TOLERANT.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
          continue; // objects may come in arrays
        }
        from = Json.offset(parser.currentTokenLocation());
        JsonNode node = Json.TOLERANT.readTree(parser);
        if (++objects > MAX_OBJECTS) {
          return;
        }
        readObject(node, Json.slice(text, from, parser));
        from = Json.offset(parser.currentLocation());
      }
    } catch (JsonProcessingException e) {
      readRest(text, from, Json.malformed(e));
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory does not fail", e);
    }
  }

  /** Refuses what follows the last whole object, and keeps what came before. */
  private void readRest(byte[] text, int from, MalformedException fault) throws MalformedException {
    if (objects == 0) {
      throw fault;
    }
    byte[] rest = Arrays.copyOfRange(text, from, text.length);
    refusals.add(new Refusal(objects, fault.reason(), fault.detail(), rest));
  }

  private void readObject(JsonNode node, byte[] content) {
    int item = objects - 1;
    try {
      readObject(new Fields(node, ""), item);
    } catch (MalformedException e) {
      refusals.add(new Refusal(item, e.reason(), e.detail(), content));
    }
  }

  private void readObject(Fields object, int item) throws MalformedException {
    Fields observed = object.findObject("data");
    Fields status = object.findObject("status");
    Fields location = object.findObject("location");
    if (observed != null) {
      readData(observed, item);
    } else if (status != null) {
      statuses.add(status(status));
    } else if (location != null) {
      statuses.add(location(location));
    } else if (object.find("aircraft") != null || object.find("mobile network") != null) {
      ignored++;
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "an object has one of data, status, location, mobile network, aircraft");
    }
  }

  /** Reads {@code data}, which some firmware also uses for status reports. */
  private void readData(Fields data, int item) throws MalformedException {
    if (data.find("UASdata") == null && data.find("firmware version") != null) {
      statuses.add(status(data));
    } else {
      sightings.add(sighting(data, item));
    }
  }

  private StatusReport status(Fields status) throws MalformedException {
    return new StatusReport(
        reportedAt(status),
        status.findText("status"),
        status.findText("firmware version"),
        status.findText("model"),
        null,
        null,
        null,
        null);
  }

  private StatusReport location(Fields location) throws MalformedException {
    GeoPoint position =
        new GeoPoint(location.number("latitude", -90, 90), location.number("longitude", -180, 180));
    return new StatusReport(reportedAt(location), null, null, null, position, null, null, null);
  }

  private Instant reportedAt(Fields fields) throws MalformedException {
    Instant reportedAt = time(fields).receivedAt();
    return reportedAt == null ? message.arrivedAt() : reportedAt;
  }

  private Sighting sighting(Fields data, int item) throws MalformedException {
    byte[] struct = base64(data);
    Frame frame = frame(struct);
    SensorTime time = time(data);
    Transport transport = transport(data);
    String address = address(data);
    Integer rssiDbm = rssiDbm(data);
    Instant receivedAt = time.receivedAt();
    UUID frameId =
        DeterministicId.of("dronescout")
            .with(receivedAt == null ? 0 : receivedAt.toEpochMilli())
            .with(address == null ? "" : address)
            .with(transport.label())
            .with(rssiDbm == null ? 0 : rssiDbm)
            .with(struct)
            .toUuid();
    Reception reception = new Reception(transport, address, rssiDbm, channel(data), null, null);
    List<String> findings =
        transport == Transport.UNKNOWN ? List.of("reception.transport") : List.of();
    return new Sighting(item, frameId, time, reception, frame, "odid-struct", findings);
  }

  private static byte[] base64(Fields data) throws MalformedException {
    try {
      return Base64.getDecoder().decode(data.text("UASdata"));
    } catch (IllegalArgumentException _) {
      throw new MalformedException(
          RefusalReason.BASE64_INVALID, data.at("UASdata") + " must be base64");
    }
  }

  private static Frame frame(byte[] struct) throws MalformedException {
    return switch (UasDataStruct.decode(struct)) {
      case Frame frame -> frame;
      case Rejected rejected ->
          throw new MalformedException(
              rejected.reason().code(),
              "UASdata has %d bytes; the structure of 920 or 921 bytes is known"
                  .formatted(struct.length));
    };
  }

  private static SensorTime time(Fields fields) throws MalformedException {
    JsonNode node = fields.find("timestamp");
    if (node == null || isUnknown(node)) {
      return SensorTime.NONE;
    }
    double epochMs = fields.number("timestamp", 0, MAX_EPOCH_MS);
    return epochMs == 0 ? SensorTime.NONE : SensorTime.of(Instant.ofEpochMilli((long) epochMs));
  }

  private static @Nullable Integer rssiDbm(Fields data) throws MalformedException {
    JsonNode node = data.find("RSSI");
    return node == null || isUnknown(node)
        ? null
        : (int) Math.round(data.number("RSSI", -200, 100));
  }

  /** Returns the Wi-Fi channel; the sensor writes 0 for Bluetooth. */
  private static @Nullable Integer channel(Fields data) throws MalformedException {
    JsonNode node = data.find("channel");
    if (node == null || isUnknown(node)) {
      return null;
    }
    int channel = (int) data.number("channel", 0, 300);
    return channel == 0 ? null : channel;
  }

  private static boolean isUnknown(JsonNode node) {
    return node.isNumber() && !Double.isFinite(node.doubleValue());
  }

  private static @Nullable String address(Fields data) throws MalformedException {
    String text = data.findText("MAC address");
    if (text == null || text.isBlank()) {
      return null;
    }
    return Addresses.require(text.strip().toLowerCase(Locale.ROOT), data.at("MAC address"));
  }

  private static Transport transport(Fields data) throws MalformedException {
    String type = data.findText("type");
    return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
      case "ble legacy" -> Transport.BLUETOOTH_LEGACY;
      case "ble long range" -> Transport.BLUETOOTH_LONG_RANGE;
      case "wifi nan" -> Transport.WIFI_NAN;
      case "wifi beacon" -> Transport.WIFI_BEACON;
      default -> Transport.UNKNOWN;
    };
  }
}
