package org.airwitness.remoteid.dji;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Field;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.Ranges;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.Screen;
import org.jspecify.annotations.Nullable;

/**
 * The layout of {@link DjiFlightText}: b0-15 serial number, b16 length and b17-26 flight
 * identification, b27 length and b28 on purpose. Some firmware sends other lengths or another
 * layout; then only the serial number is read.
 */
final class FlightTextFormat {
  private static final int MAX_TEXT_BYTES = 10;
  private static final int FLIGHT_ID_LENGTH = BodyLayout.SERIAL_BYTES;
  private static final int FLIGHT_ID = FLIGHT_ID_LENGTH + 1;
  private static final int PURPOSE_LENGTH = FLIGHT_ID + MAX_TEXT_BYTES;
  private static final int PURPOSE = PURPOSE_LENGTH + 1;

  private FlightTextFormat() {}

  static DjiDecoded read(byte[] bytes, int at, Bytes payload) {
    if (bytes.length - at < BodyLayout.SERIAL_BYTES) {
      return new DjiRejected(Reason.DJI_TRUNCATED, payload);
    }
    if (DjiDecoder.isZero(bytes, at, bytes.length)) {
      return new DjiRejected(Reason.DJI_BLANK, payload);
    }
    String serial = SerialFormat.find(bytes, at);
    if (serial == null) {
      return new DjiRejected(Reason.DJI_SERIAL, payload);
    }
    return serial.isEmpty()
        ? new DjiRejected(Reason.DJI_NO_CONTENT, payload)
        : readTexts(serial, bytes, at, payload);
  }

  static byte[] write(DjiFlightText text) {
    Ranges.requireText("flightId", text.flightId(), MAX_TEXT_BYTES);
    Ranges.requireText("purpose", text.purpose(), MAX_TEXT_BYTES);
    ByteBuffer bytes = ByteBuffer.allocate(PURPOSE + MAX_TEXT_BYTES);
    SerialFormat.write(text.serial(), bytes, 0);
    write(text.flightId(), bytes, FLIGHT_ID_LENGTH);
    write(text.purpose(), bytes, PURPOSE_LENGTH);
    return bytes.array();
  }

  private static void write(@Nullable String text, ByteBuffer bytes, int lengthAt) {
    if (text != null) {
      bytes.put(lengthAt, (byte) text.length());
      bytes.put(lengthAt + 1, text.getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static DjiFlightText readTexts(String serial, byte[] bytes, int at, Bytes payload) {
    int restAt = at + BodyLayout.SERIAL_BYTES;
    Bytes rest = Bytes.copyOf(bytes, restAt, bytes.length - restAt);
    List<Finding> findings = new ArrayList<>(0);
    Screen screen = new Screen(Finding.WHOLE_FRAME, findings);
    if (!hasKnownLayout(bytes, at)) {
      findings.add(
          new Finding(
              Reason.DJI_TEXT_LENGTH, Finding.WHOLE_FRAME, Field.FLIGHT_PURPOSE, rest.hex()));
      return new DjiFlightText(serial, null, null, rest, findings, payload);
    }
    String flightId =
        screen.text(Field.FLIGHT_ID, bytes, at + FLIGHT_ID, bytes[at + FLIGHT_ID_LENGTH]);
    String purpose =
        screen.text(Field.FLIGHT_PURPOSE, bytes, at + PURPOSE, bytes[at + PURPOSE_LENGTH]);
    return new DjiFlightText(serial, flightId, purpose, rest, findings, payload);
  }

  private static boolean hasKnownLayout(byte[] bytes, int at) {
    int purposeBytes = bytes.length - at - PURPOSE;
    return purposeBytes >= 0
        && isLength(bytes[at + FLIGHT_ID_LENGTH], MAX_TEXT_BYTES)
        && isLength(bytes[at + PURPOSE_LENGTH], Math.min(MAX_TEXT_BYTES, purposeBytes));
  }

  private static boolean isLength(byte length, int max) {
    return length >= 0 && length <= max;
  }
}
