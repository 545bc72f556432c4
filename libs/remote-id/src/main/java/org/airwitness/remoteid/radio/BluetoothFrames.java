package org.airwitness.remoteid.radio;

import java.util.ArrayList;
import java.util.List;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.RemoteIdDecoder;
import org.airwitness.remoteid.radio.RadioPayload.Content;
import org.jspecify.annotations.Nullable;

/**
 * Finds Remote ID in Bluetooth advertisements: service data of the UUID 0xFFFA (Bluetooth Core 5.4,
 * Vol. 6 Part B 2.3; ASTM F3411). Never throws on any bytes.
 */
public final class BluetoothFrames {
  private static final int SERVICE_DATA = 0x16;
  private static final int APPLICATION_CODE = 0x0D;
  private static final int PACK_TYPE = 0xF;
  private static final int ADDRESS_BYTES = 6;

  private static final int ADV_IND = 0;
  private static final int ADV_NONCONN_IND = 2;
  private static final int ADV_SCAN_IND = 6;
  private static final int ADV_EXT_IND = 7;
  private static final int EXTENDED_LENGTH_MASK = 0x3F;
  private static final int ADDRESS_FLAG = 1;

  private BluetoothFrames() {}

  /**
   * Reads an advertising PDU: its header of 2 bytes, the address, the advertising data. Of extended
   * advertising, that is the auxiliary PDU.
   */
  public static RadioFrame readPdu(byte[] pdu) {
    if (pdu.length == 0) {
      return RadioFrame.without(null, Reason.EMPTY_PAYLOAD);
    }
    ByteReader reader = new ByteReader(pdu);
    return switch (reader.peek(0) & 0xF) {
      case ADV_IND, ADV_NONCONN_IND, ADV_SCAN_IND -> readLegacyPdu(reader);
      case ADV_EXT_IND -> readExtendedPdu(reader);
      default -> RadioFrame.without(null, Reason.RADIO_KIND);
    };
  }

  private static RadioFrame readLegacyPdu(ByteReader pdu) {
    ByteReader body = body(pdu);
    if (body == null || !body.has(ADDRESS_BYTES)) {
      return RadioFrame.without(Carrier.BLUETOOTH_LEGACY, Reason.RADIO_TRUNCATED);
    }
    return readData(Carrier.BLUETOOTH_LEGACY, body.reversedAddress(), body);
  }

  private static RadioFrame readExtendedPdu(ByteReader pdu) {
    ByteReader body = body(pdu);
    if (body == null || !body.has(1)) {
      return RadioFrame.without(Carrier.BLUETOOTH_EXTENDED, Reason.RADIO_TRUNCATED);
    }
    int headerBytes = body.u8() & EXTENDED_LENGTH_MASK;
    if (!body.has(headerBytes)) {
      return RadioFrame.without(Carrier.BLUETOOTH_EXTENDED, Reason.RADIO_TRUNCATED);
    }
    return readData(Carrier.BLUETOOTH_EXTENDED, address(body.take(headerBytes)), body);
  }

  private static @Nullable String address(ByteReader header) {
    boolean told = header.has(1 + ADDRESS_BYTES) && (header.u8() & ADDRESS_FLAG) != 0;
    return told ? header.reversedAddress() : null;
  }

  /** What the length in the header of a PDU announces; bytes behind it are the checksum. */
  private static @Nullable ByteReader body(ByteReader pdu) {
    if (!pdu.has(2) || !pdu.has(2 + pdu.peek(1))) {
      return null;
    }
    pdu.skip(1);
    return pdu.take(pdu.u8());
  }

  /**
   * Reads what a Bluetooth stack hands over: advertising data, or only the service data of Remote
   * ID, with or without the application code and the counter. The address comes beside it.
   */
  public static RadioFrame readAdvertisingData(byte[] data) {
    if (data.length == 0) {
      return RadioFrame.without(null, Reason.EMPTY_PAYLOAD);
    }
    ByteReader reader = new ByteReader(data);
    RadioFrame found = readData(null, null, reader);
    if (!found.payloads().isEmpty() || !reader.has(1)) {
      return found;
    }
    RadioPayload bare = bare(new ByteReader(data));
    return bare == null
        ? found
        : new RadioFrame(carrier(bare), null, null, List.of(bare), List.of());
  }

  /** Service data, told by its length and first bytes where it is not whole structures. */
  private static @Nullable RadioPayload bare(ByteReader data) {
    int beforeMessage = data.remaining() - RemoteIdDecoder.MESSAGE_BYTES;
    boolean coded = data.peek(0) == APPLICATION_CODE;
    if (beforeMessage == 0 || isPack(data, 0)) {
      return new RadioPayload(Content.REMOTE_ID, null, data.rest());
    }
    if (coded && (beforeMessage == 1 || isPack(data, 1))) {
      data.skip(1);
      return new RadioPayload(Content.REMOTE_ID, null, data.rest());
    }
    if (coded && (beforeMessage == 2 || isPack(data, 2))) {
      data.skip(1);
      return new RadioPayload(Content.REMOTE_ID, data.u8(), data.rest());
    }
    return null;
  }

  private static boolean isPack(ByteReader data, int ahead) {
    return data.has(ahead + 3)
        && data.peek(ahead) >> 4 == PACK_TYPE
        && data.peek(ahead + 1) == RemoteIdDecoder.MESSAGE_BYTES;
  }

  private static RadioFrame readData(
      @Nullable Carrier told, @Nullable String transmitter, ByteReader data) {
    List<RadioPayload> payloads = new ArrayList<>(1);
    while (data.has(1) && data.peek(0) > 0 && data.has(1 + data.peek(0))) {
      addService(data.take(data.u8()), payloads);
    }
    boolean truncated = data.has(1) && data.peek(0) > 0;
    Carrier carrier = told != null || payloads.isEmpty() ? told : carrier(payloads.getFirst());
    List<Reason> faults = RadioFrame.faults(payloads, truncated);
    return new RadioFrame(carrier, transmitter, null, payloads, faults);
  }

  private static void addService(ByteReader structure, List<RadioPayload> payloads) {
    if (structure.has(5) && structure.startsWith(SERVICE_DATA, 0xFA, 0xFF, APPLICATION_CODE)) {
      structure.skip(4);
      payloads.add(new RadioPayload(Content.REMOTE_ID, structure.u8(), structure.rest()));
    }
  }

  /** A pack does not fit into legacy advertising, and a message of its own needs no other. */
  private static Carrier carrier(RadioPayload payload) {
    boolean isPack = payload.bytes().length() > 0 && payload.bytes().at(0) >> 4 == PACK_TYPE;
    return isPack ? Carrier.BLUETOOTH_EXTENDED : Carrier.BLUETOOTH_LEGACY;
  }
}
