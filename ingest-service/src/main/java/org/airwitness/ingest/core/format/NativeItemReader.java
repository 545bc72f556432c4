package org.airwitness.ingest.core.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.airwitness.contract.DeterministicId;
import org.airwitness.ingest.core.Claim;
import org.airwitness.ingest.core.ClaimedId;
import org.airwitness.ingest.core.Evidence;
import org.airwitness.ingest.core.Reception;
import org.airwitness.ingest.core.RefusalReason;
import org.airwitness.ingest.core.SensorTime;
import org.airwitness.ingest.core.Sighting;
import org.airwitness.ingest.core.Transport;
import org.jspecify.annotations.Nullable;

/** Reads the items of one batch of the native format. */
final class NativeItemReader {
  private static final String ODID = "odid";
  private static final List<String> FORMATS =
      List.of(ODID, "dji-body", "dji-ocusync", "fr-tlv", "none");
  private static final List<Transport> DJI_CARRIERS =
      List.of(Transport.DJI_WIFI, Transport.DJI_OCUSYNC);
  private static final Map<String, List<Transport>> CARRIERS =
      Map.of(
          ODID,
          List.of(
              Transport.WIFI_BEACON,
              Transport.WIFI_NAN,
              Transport.BLUETOOTH_LEGACY,
              Transport.BLUETOOTH_LONG_RANGE),
          "dji-body",
          DJI_CARRIERS,
          "dji-ocusync",
          DJI_CARRIERS,
          "fr-tlv",
          List.of(Transport.FRENCH_WIFI));
  private static final List<String> TRANSPORTS =
      List.of(
          "wifi-beacon",
          "wifi-nan",
          "bt4",
          "bt5",
          "dji-wifi",
          "dji-ocusync",
          "fr-wifi",
          "emission");
  private static final int MAX_HEX_CHARS = 1024;
  private static final int MAX_EXTRA_BYTES = 512;
  private static final int MAX_SSID_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();

  private final long boot;
  private final long sequence;
  private final Instant sentAt;
  private final boolean clockIsSet;

  NativeItemReader(long boot, long sequence, Instant sentAt, boolean clockIsSet) {
    this.boot = boot;
    this.sequence = sequence;
    this.sentAt = sentAt;
    this.clockIsSet = clockIsSet;
  }

  Sighting read(int index, NativeDocument.Item element) throws MalformedException {
    Fields item = new Fields(element.node(), "items[" + index + "]");
    if (Boolean.FALSE.equals(item.findBoolean("crc"))) {
      throw new MalformedException(RefusalReason.LINK_CRC, "the link check of the frame failed");
    }
    SensorTime time = new SensorTime(item.time("t"), clockIsSet, sentAt);
    item.integer("m", 0, Long.MAX_VALUE);
    String format = item.oneOf("fmt", FORMATS);
    Reception reception = readReception(item);
    checkExtras(item);
    byte[] payload = readHex(item, format);
    checkTransport(item, format, reception.transport());
    Payloads.Decoded decoded = decode(item, format, payload);
    return new Sighting(
        index,
        element.content(),
        frameId(index),
        time,
        reception,
        decoded.claim(),
        new Evidence(format, payload),
        decoded.findings());
  }

  private static void checkTransport(Fields item, String format, Transport transport)
      throws MalformedException {
    List<Transport> allowed = CARRIERS.get(format);
    if (allowed != null && !allowed.contains(transport)) {
      String names = String.join(", ", allowed.stream().map(Transport::label).toList());
      throw item.invalid("tr", "must be one of %s with fmt %s".formatted(names, format));
    }
  }

  private static Payloads.Decoded decode(Fields item, String format, byte[] payload)
      throws MalformedException {
    return switch (format) {
      case ODID -> Payloads.remoteId(payload);
      case "dji-body" -> Payloads.djiBody(payload);
      case "dji-ocusync" -> Payloads.djiOcuSync(payload);
      case "fr-tlv" -> Payloads.french(payload);
      default -> emission(item);
    };
  }

  /** Reads a signal without content: what the sensor calls it by is all there is. */
  private static Payloads.Decoded emission(Fields item) throws MalformedException {
    Fields extras = item.findObject("x");
    String hash = extras == null ? null : extras.findText("hash");
    if (hash == null || hash.isBlank()) {
      throw new MalformedException(
          RefusalReason.UNIDENTIFIED,
          "an emission is named by x.hash; without it nobody can tell it");
    }
    List<ClaimedId> ids = List.of(new ClaimedId(hash, ClaimedId.Type.DJI_HASH));
    Claim claim = new Claim(ids, null, null, null, null, null, null);
    return new Payloads.Decoded(claim, List.of("dji.encrypted"));
  }

  private UUID frameId(int index) {
    return DeterministicId.of("native").with(boot).with(sequence).with(index).toUuid();
  }

  private static Reception readReception(Fields item) throws MalformedException {
    String address = item.findText("a");
    Double frequencyMhz = item.findNumber("mhz", 1, 100_000);
    return new Reception(
        transport(item.oneOf("tr", TRANSPORTS)),
        address == null ? null : Addresses.require(address, item.at("a")),
        rssiDbm(item),
        item.findInteger("ch", 0, 300),
        frequencyMhz == null ? null : (int) Math.round(frequencyMhz * 1000),
        item.findInteger("cnt", 0, 255));
  }

  private static Transport transport(String name) {
    for (Transport transport : Transport.values()) {
      if (transport.label().equals(name)) {
        return transport;
      }
    }
    return Transport.UNKNOWN;
  }

  private static @Nullable Integer rssiDbm(Fields item) throws MalformedException {
    Double rssiDbm = item.findNumber("rssi", -200, 100);
    if (rssiDbm != null && rssiDbm == 0) {
      throw new MalformedException(
          RefusalReason.FIELD_RANGE, item.at("rssi") + " must be left out when unknown, never 0");
    }
    return rssiDbm == null ? null : (int) Math.round(rssiDbm);
  }

  private static void checkExtras(Fields item) throws MalformedException {
    String ssid = item.findText("ssid");
    if (ssid != null
        && ssid.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAX_SSID_BYTES) {
      throw item.invalid("ssid", "must have at most " + MAX_SSID_BYTES + " bytes");
    }
    if (item.findText("ssidHex") != null) {
      hex(item, "ssidHex", 2 * MAX_SSID_BYTES);
    }
    JsonNode extras = item.find("x");
    if (extras != null && (!extras.isObject() || extras.toString().length() > MAX_EXTRA_BYTES)) {
      throw item.invalid("x", "must be an object of at most " + MAX_EXTRA_BYTES + " bytes");
    }
  }

  private static byte[] readHex(Fields item, String format) throws MalformedException {
    return format.equals("none") ? new byte[0] : hex(item, "hex", MAX_HEX_CHARS);
  }

  private static byte[] hex(Fields item, String name, int maxChars) throws MalformedException {
    String text = item.text(name);
    if (text.length() <= maxChars && text.length() % 2 == 0) {
      try {
        return HEX.parseHex(text);
      } catch (IllegalArgumentException _) {
        // falls through to the refusal
      }
    }
    throw new MalformedException(
        RefusalReason.HEX_INVALID,
        "%s must be an even number of hexadecimal digits, at most %d"
            .formatted(item.at(name), maxChars));
  }
}
