package org.airwitness.remoteid.radio;

import java.util.ArrayList;
import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.dji.DjiDecoder;
import org.airwitness.remoteid.radio.RadioPayload.Content;
import org.jspecify.annotations.Nullable;

/**
 * Finds drone identification in 802.11 management frames: vendor elements of a beacon, and the
 * service descriptor of a NAN service discovery frame (IEEE 802.11 9.3.3, Wi-Fi Aware, ASTM F3411).
 *
 * <p>Frames begin with their frame control, behind any radiotap header; a frame check sequence at
 * the end does no harm. Never throws on any bytes.
 */
public final class WifiFrames {
  private static final int BEACON = 0x80;
  private static final int ACTION = 0xD0;
  private static final int HEADER_BYTES = 24;
  private static final int TRANSMITTER = 10;
  private static final int ADDRESS_BYTES = 6;
  private static final int BEACON_FIXED_BYTES = 12;
  private static final int CHECK_SEQUENCE_BYTES = 4;
  private static final int SSID_ELEMENT = 0;
  private static final int VENDOR_ELEMENT = 221;
  private static final int APPLICATION_CODE = 0x0D;
  private static final int SERVICE_DESCRIPTOR = 3;
  private static final int MATCHING_FILTER_BIT = 1 << 2;
  private static final int RESPONSE_FILTER_BIT = 1 << 3;
  private static final int SERVICE_INFO_BIT = 1 << 4;

  private WifiFrames() {}

  /** The drone identification in one frame. */
  public static RadioFrame read(byte[] frame) {
    if (frame.length == 0) {
      return RadioFrame.without(null, Reason.EMPTY_PAYLOAD);
    }
    ByteReader reader = new ByteReader(frame);
    Carrier carrier = carrier(reader.peek(0));
    if (carrier == null) {
      return RadioFrame.without(null, Reason.RADIO_KIND);
    }
    if (!reader.has(HEADER_BYTES)) {
      return RadioFrame.without(carrier, Reason.RADIO_TRUNCATED);
    }
    reader.skip(TRANSMITTER);
    String transmitter = reader.address();
    reader.skip(HEADER_BYTES - TRANSMITTER - ADDRESS_BYTES);
    return carrier == Carrier.WIFI_BEACON
        ? readBeacon(transmitter, reader)
        : readAction(transmitter, reader);
  }

  private static @Nullable Carrier carrier(int frameControl) {
    return switch (frameControl) {
      case BEACON -> Carrier.WIFI_BEACON;
      case ACTION -> Carrier.WIFI_NAN;
      default -> null;
    };
  }

  private static RadioFrame readBeacon(String transmitter, ByteReader body) {
    if (!body.has(BEACON_FIXED_BYTES)) {
      return RadioFrame.without(Carrier.WIFI_BEACON, Reason.RADIO_TRUNCATED);
    }
    body.skip(BEACON_FIXED_BYTES);
    List<RadioPayload> payloads = new ArrayList<>(1);
    Bytes ssid = null;
    while (hasElement(body)) {
      int id = body.u8();
      ByteReader element = body.take(body.u8());
      if (id == SSID_ELEMENT && ssid == null && element.has(1)) {
        ssid = element.rest();
      } else if (id == VENDOR_ELEMENT) {
        addVendor(element, payloads);
      }
    }
    boolean truncated = body.has(payloads.isEmpty() ? 1 : CHECK_SEQUENCE_BYTES + 1);
    List<Reason> faults = RadioFrame.faults(payloads, truncated);
    return new RadioFrame(Carrier.WIFI_BEACON, transmitter, ssid, payloads, faults);
  }

  private static boolean hasElement(ByteReader body) {
    return body.has(2) && body.has(2 + body.peek(1));
  }

  private static void addVendor(ByteReader element, List<RadioPayload> payloads) {
    if (isRemoteId(element)) {
      element.skip(4);
      payloads.add(new RadioPayload(Content.REMOTE_ID, element.u8(), element.rest()));
    } else if (element.startsWith(0x6A, 0x5C, 0x35, 0x01)) {
      element.skip(4);
      payloads.add(new RadioPayload(Content.FRENCH, null, element.rest()));
    } else if (DjiDecoder.isElement(element.array(), element.position(), element.remaining())) {
      payloads.add(new RadioPayload(Content.DJI, null, element.rest()));
    }
  }

  /** The organisation is ASD-STAN's; older firmware of Parrot puts its own. */
  private static boolean isRemoteId(ByteReader element) {
    return element.has(5)
        && (element.startsWith(0xFA, 0x0B, 0xBC, APPLICATION_CODE)
            || element.startsWith(0x90, 0x3A, 0xE6, APPLICATION_CODE));
  }

  private static RadioFrame readAction(String transmitter, ByteReader body) {
    if (!body.startsWith(0x04, 0x09, 0x50, 0x6F, 0x9A, 0x13)) {
      boolean cut = body.remaining() < 6;
      Reason fault = cut ? Reason.RADIO_TRUNCATED : Reason.RADIO_STRANGER;
      return new RadioFrame(Carrier.WIFI_NAN, transmitter, null, List.of(), List.of(fault));
    }
    body.skip(6);
    List<RadioPayload> payloads = new ArrayList<>(1);
    boolean truncated = false;
    while (hasAttribute(body)) {
      int id = body.u8();
      ByteReader attribute = body.take(body.u16());
      if (id == SERVICE_DESCRIPTOR) {
        truncated |= !addService(attribute, payloads);
      }
    }
    truncated |= body.has(payloads.isEmpty() ? 1 : CHECK_SEQUENCE_BYTES + 1);
    List<Reason> faults = RadioFrame.faults(payloads, truncated);
    return new RadioFrame(Carrier.WIFI_NAN, transmitter, null, payloads, faults);
  }

  private static boolean hasAttribute(ByteReader body) {
    return body.has(3) && body.has(3 + (body.peek(1) | body.peek(2) << 8));
  }

  /** Adds the payload of a service descriptor if it is ours; false if that runs past its end. */
  private static boolean addService(ByteReader service, List<RadioPayload> payloads) {
    if (!service.startsWith(0x88, 0x69, 0x19, 0x9D, 0x92, 0x09)) {
      return true;
    }
    if (!service.has(9)) {
      return false;
    }
    service.skip(8);
    int control = service.u8();
    if ((control & SERVICE_INFO_BIT) == 0) {
      return true;
    }
    return skipFilter(control & MATCHING_FILTER_BIT, service)
        && skipFilter(control & RESPONSE_FILTER_BIT, service)
        && addServiceInfo(service, payloads);
  }

  private static boolean skipFilter(int present, ByteReader service) {
    if (present == 0) {
      return true;
    }
    if (!service.has(1) || !service.has(1 + service.peek(0))) {
      return false;
    }
    service.skip(service.u8());
    return true;
  }

  private static boolean addServiceInfo(ByteReader service, List<RadioPayload> payloads) {
    if (!service.has(2) || !service.has(1 + service.peek(0)) || service.peek(0) == 0) {
      return false;
    }
    ByteReader info = service.take(service.u8());
    payloads.add(new RadioPayload(Content.REMOTE_ID, info.u8(), info.rest()));
    return true;
  }
}
