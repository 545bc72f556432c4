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
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.airwitness.ingest.core.Evidence;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.Transport;
import org.airwitness.remoteid.radio.BluetoothFrames;
import org.airwitness.remoteid.radio.RadioFrame;
import org.airwitness.remoteid.radio.RadioPayload;
import org.airwitness.remoteid.radio.WifiFrames;
import org.jspecify.annotations.Nullable;

/** Reads batches of raw frames and the events in them. */
final class RawHexReader {
  private static final String EVENTS = "events";
  private static final int MAX_HEX_CHARS = 4096;
  private static final int MESSAGE_BYTES = 25;
  private static final HexFormat HEX = HexFormat.of();

  /** 802.11 header of a NAN frame, of which a node gives the body only. */
  private static final String NAN_HEADER = "d0000000516f9a010000%s506f9a0100ff0000";

  private RawHexReader() {}

  static void read(Item item, Feed feed) throws MalformedException {
    JsonNode node = item.json();
    if (node.path(EVENTS).isArray()) {
      checkNode(Values.of(node), feed);
      List<byte[]> events = events(item.content());
      if (events.size() > Feed.MAX_ITEMS) {
        throw new MalformedException(
            RefusalReason.TOO_MANY_ITEMS, "a batch has at most " + Feed.MAX_ITEMS + " events");
      }
      if (events.isEmpty()) {
        feed.ignore(); // a heartbeat
      }
      for (byte[] event : events) {
        feed.read(new Item(feed.count(), event), RawHexReader::readEvent);
      }
    } else {
      readEvent(item, feed);
    }
  }

  /** Returns the exact bytes of each event. */
  private static List<byte[]> events(byte[] batch) {
    List<byte[]> events = new ArrayList<>();
    try (JsonParser parser = Json.TOLERANT.createParser(batch)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean wanted = parser.currentName().equals(EVENTS);
        if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = Json.offset(parser.currentTokenLocation());
            parser.skipChildren();
            events.add(Json.slice(batch, from, parser));
          }
        } else {
          parser.skipChildren();
        }
      }
      return events;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the batch was parsed before", e);
    } catch (IOException e) {
      throw new UncheckedIOException("Reading from memory does not fail", e);
    }
  }

  private static void checkNode(Values record, Feed feed) throws MalformedException {
    String node = record.text("node_id");
    if (node != null && !node.equals(feed.message().sensor().sensor())) {
      throw new MalformedException(
          RefusalReason.SENSOR_MISMATCH, "node_id must be the id the connection signed in with");
    }
  }

  private static void readEvent(Item item, Feed feed) throws MalformedException {
    Values event = Values.of(item.json());
    if (!event.has("radio")) {
      throw new MalformedException(
          RefusalReason.UNKNOWN_OBJECT, "an object is a batch with events, or an event with radio");
    }
    checkNode(event, feed);
    Transport transport = transport(event);
    String address = event.address("source_mac", "mac");
    Extract extract = extract(event, transport, address);
    Payloads.Decoded decoded = Payloads.remoteId(extract.payload());
    List<String> findings = new ArrayList<>(decoded.findings());
    if (differs(event, extract.payload())) {
      findings.add("node.payload-differs");
    }
    Instant heardAt = event.time("observed_at", "timestamp");
    Reception reception =
        new Reception(
            transport,
            address,
            event.rssiDbm("rssi"),
            event.integer("channel", 0, 300),
            null,
            extract.counter());
    var time = Records.time(heardAt);
    feed.add(
        new Sighting(
            item.index(),
            item.content(),
            Records.frameId(feed, item.content(), "raw-hex", time),
            time,
            reception,
            decoded.claim(),
            new Evidence("odid", extract.payload()),
            findings));
  }

  @SuppressWarnings("ArrayRecordComponent") // passed once, never compared
  private record Extract(byte[] payload, @Nullable Integer counter) {}

  private static Transport transport(Values event) throws MalformedException {
    Transport transport = Transports.of(event.text("radio"));
    if (transport == Transport.UNKNOWN) {
      throw new MalformedException(
          RefusalReason.FIELD_INVALID, "radio must be ble, ble_coded, wifi_beacon or wifi_nan");
    }
    return transport;
  }

  private static Extract extract(Values event, Transport transport, @Nullable String address)
      throws MalformedException {
    return switch (transport) {
      case WIFI_BEACON -> beacon(hex(event, "payload"));
      case WIFI_NAN -> first(WifiFrames.read(nanFrame(hex(event, "payload"), address)));
      default ->
          first(
              BluetoothFrames.readAdvertisingData(
                  hex(
                      event,
                      event.has("service_data_hex") ? "service_data_hex" : "rid_payload_hex")));
    };
  }

  /** Drops the counter before a message or pack, if it is there. */
  private static Extract beacon(byte[] bytes) {
    boolean beforePack = bytes.length > 1 && !isPack(bytes[0]) && isPack(bytes[1]);
    return beforePack || bytes.length == MESSAGE_BYTES + 1
        ? new Extract(Arrays.copyOfRange(bytes, 1, bytes.length), bytes[0] & 0xFF)
        : new Extract(bytes, null);
  }

  private static boolean isPack(byte first) {
    return (first & 0xF0) == 0xF0;
  }

  private static byte[] nanFrame(byte[] body, @Nullable String address) {
    String sender = address == null ? "000000000000" : address.replace(":", "");
    byte[] header = HEX.parseHex(NAN_HEADER.formatted(sender));
    byte[] frame = Arrays.copyOf(header, header.length + body.length);
    System.arraycopy(body, 0, frame, header.length, body.length);
    return frame;
  }

  private static Extract first(RadioFrame frame) throws MalformedException {
    for (RadioPayload payload : frame.payloads()) {
      if (payload.content() == RadioPayload.Content.REMOTE_ID) {
        return new Extract(payload.bytes().toArray(), payload.counter());
      }
    }
    String reason = frame.faults().isEmpty() ? "radio-stranger" : frame.faults().getFirst().code();
    throw new MalformedException(reason, "the radio frame carries no Remote ID");
  }

  /** Whether the node cut another payload out of its service data than we do. */
  private static boolean differs(Values event, byte[] payload) throws MalformedException {
    return event.has("service_data_hex")
        && event.text("rid_payload_hex") != null
        && !Arrays.equals(payload, hex(event, "rid_payload_hex"));
  }

  private static byte[] hex(Values event, String name) throws MalformedException {
    String text = event.text(name);
    if (text == null) {
      throw new MalformedException(RefusalReason.FIELD_MISSING, name + " is missing");
    }
    if (text.length() <= MAX_HEX_CHARS && text.length() % 2 == 0) {
      try {
        return HEX.parseHex(text.toLowerCase(Locale.ROOT));
      } catch (IllegalArgumentException _) {
        // falls through to the refusal
      }
    }
    throw new MalformedException(
        RefusalReason.HEX_INVALID,
        name + " must be an even number of hexadecimal digits, at most " + MAX_HEX_CHARS);
  }
}
