package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.ingest.core.Evidence;
import org.airwitness.ingest.core.GeoPoint;
import org.airwitness.ingest.core.Reception;
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

/** Reads the objects of a DroneScout. */
final class DroneScoutReader {
  private static final long MAX_EPOCH_MS = 253_402_300_799_999L; // end of the year 9999

  private final SensorMessage message;
  private final Feed feed;

  private DroneScoutReader(Feed feed) {
    this.message = feed.message();
    this.feed = feed;
  }

  static void read(Item item, Feed feed) throws MalformedException {
    new DroneScoutReader(feed).readObject(item.object(), item);
  }

  private void readObject(Fields object, Item item) throws MalformedException {
    Fields observed = object.findObject("data");
    Fields status = object.findObject("status");
    Fields location = object.findObject("location");
    if (observed != null) {
      readData(observed, item);
    } else if (status != null) {
      feed.add(status(status));
    } else if (location != null) {
      feed.add(location(location));
    } else if (object.find("aircraft") != null || object.find("mobile network") != null) {
      feed.ignore();
    } else {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT,
          "an object has one of data, status, location, mobile network, aircraft");
    }
  }

  /** Reads {@code data}, which some firmware also uses for status reports. */
  private void readData(Fields data, Item item) throws MalformedException {
    if (data.find("UASdata") == null && data.find("firmware version") != null) {
      feed.add(status(data));
    } else {
      feed.add(sighting(data, item));
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

  private Sighting sighting(Fields data, Item item) throws MalformedException {
    byte[] struct = base64(data);
    Frame frame = frame(struct);
    SensorTime time = time(data);
    Transport transport = transport(data);
    String address = address(data);
    Integer rssiDbm = rssiDbm(data);
    Reception reception = new Reception(transport, address, rssiDbm, channel(data), null, null);
    List<String> findings = new ArrayList<>(RemoteIdClaims.findings(frame));
    if (transport == Transport.UNKNOWN) {
      findings.add("reception.transport");
    }
    return new Sighting(
        item.index(),
        item.content(),
        frameId(struct, address, time),
        time,
        reception,
        RemoteIdClaims.of(frame),
        new Evidence("odid-struct", struct),
        findings);
  }

  /**
   * Digests what a transmitter says, the drone's own time in it included. The sensor tells the same
   * again for every frame it hears, 75 ms apart, with another strength and perhaps another type. A
   * drone that always says the same is heard anew every five seconds.
   */
  private UUID frameId(byte[] struct, @Nullable String address, SensorTime time) {
    Instant heardAt = time.receivedAt() == null ? message.arrivedAt() : time.receivedAt();
    return DeterministicId.of("dronescout")
        .with(Records.span(heardAt))
        .with(address == null ? "" : address)
        .with(struct)
        .toUuid();
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
