package org.airwitness.remoteid.dji;

import java.util.Objects;
import java.util.Set;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Decodes DJI DroneID from its three carriers: the OcuSync frame, the vendor element in a Wi-Fi
 * beacon, and the bare telemetry body some receivers hand over.
 *
 * <p>Never throws on any bytes. Encrypted, blank and garbled DroneID is recognised and rejected
 * with its reason. Bytes behind the layout are padding.
 */
public final class DjiDecoder {
  /** The length of an OcuSync frame, checksum included. */
  public static final int OCUSYNC_BYTES = 91;

  /** How a vendor element of DroneID goes on behind the organisation's three bytes. */
  static final int ELEMENT_TYPE = 0x586213;

  /** Organisations under which aircraft of DJI have been heard. */
  private static final Set<Integer> ORGANISATIONS = Set.of(0x263712, 0x60601F, 0x481CB9, 0x34D262);

  static final int ORGANISATION_BYTES = 3;
  static final int ELEMENT_HEADER_BYTES = 7;
  private static final int BLANK = 0x00;
  static final int TELEMETRY = 0x10;
  static final int FLIGHT_TEXT = 0x11;

  static final int OCUSYNC_HEADER_BYTES = 2;
  static final int OCUSYNC_CRC = OCUSYNC_BYTES - 2;
  static final int OCUSYNC_LENGTH = OCUSYNC_CRC - 1;

  private DjiDecoder() {}

  /** Decodes a telemetry body, from its version byte on. */
  public static DjiDecoded decodeBody(byte[] body) {
    Bytes payload = Bytes.of(body);
    return body.length == 0
        ? new DjiRejected(Reason.EMPTY_PAYLOAD, payload)
        : decodeBody(body, 0, body.length, payload);
  }

  private static DjiDecoded decodeBody(byte[] bytes, int offset, int end, Bytes payload) {
    if (offset == end) {
      return new DjiRejected(Reason.DJI_TRUNCATED, payload);
    }
    if (isZero(bytes, offset, end)) {
      return new DjiRejected(Reason.DJI_BLANK, payload);
    }
    BodyLayout layout = BodyLayout.find(bytes[offset]);
    if (layout == null) {
      return new DjiRejected(Reason.DJI_VERSION, payload);
    }
    if (end - offset < layout.bytes()) {
      return new DjiRejected(Reason.DJI_TRUNCATED, payload);
    }
    return new BodyFormat(layout, bytes, offset).read(payload);
  }

  /** Decodes an OcuSync frame, from its length byte to its checksum. */
  public static DjiDecoded decodeOcuSync(byte[] frame) {
    Bytes payload = Bytes.of(frame);
    Reason fault = faultOfOcuSync(frame);
    return fault == null
        ? decodeBody(frame, OCUSYNC_HEADER_BYTES, OCUSYNC_CRC, payload)
        : new DjiRejected(fault, payload);
  }

  private static @Nullable Reason faultOfOcuSync(byte[] frame) {
    if (frame.length == 0) {
      return Reason.EMPTY_PAYLOAD;
    }
    if (isZero(frame, 0, frame.length)) {
      return Reason.DJI_BLANK;
    }
    if (frame[0] != OCUSYNC_LENGTH || (frame.length > 1 && frame[1] != TELEMETRY)) {
      return Reason.DJI_HEADER;
    }
    if (frame.length < OCUSYNC_BYTES) {
      return Reason.DJI_TRUNCATED;
    }
    int sent = frame[OCUSYNC_CRC] & 0xFF | (frame[OCUSYNC_CRC + 1] & 0xFF) << 8;
    return sent == OcuSyncCrc.of(frame, 0, OCUSYNC_CRC) ? null : Reason.DJI_CRC;
  }

  /** Whether a vendor element, from its organisation's three bytes on, is one of DroneID. */
  public static boolean isElement(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    return length >= 2 * ORGANISATION_BYTES
        && ORGANISATIONS.contains(u24(bytes, offset))
        && u24(bytes, offset + ORGANISATION_BYTES) == ELEMENT_TYPE;
  }

  private static int u24(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
  }

  /** Decodes the value of a vendor element, from its organisation's three bytes on. */
  public static DjiDecoded decodeElement(byte[] element) {
    Bytes payload = Bytes.of(element);
    if (element.length == 0) {
      return new DjiRejected(Reason.EMPTY_PAYLOAD, payload);
    }
    if (!isElement(element, 0, element.length)) {
      return new DjiRejected(Reason.DJI_ELEMENT, payload);
    }
    if (element.length < ELEMENT_HEADER_BYTES) {
      return new DjiRejected(Reason.DJI_TRUNCATED, payload);
    }
    return switch (element[ELEMENT_HEADER_BYTES - 1]) {
      case TELEMETRY -> decodeBody(element, ELEMENT_HEADER_BYTES, element.length, payload);
      case FLIGHT_TEXT -> FlightTextFormat.read(element, ELEMENT_HEADER_BYTES, payload);
      case BLANK ->
          new DjiRejected(
              isZero(element, ELEMENT_HEADER_BYTES, element.length)
                  ? Reason.DJI_BLANK
                  : Reason.DJI_SUBCOMMAND,
              payload);
      default -> new DjiRejected(Reason.DJI_SUBCOMMAND, payload);
    };
  }

  static boolean isZero(byte[] bytes, int from, int end) {
    for (int i = from; i < end; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
