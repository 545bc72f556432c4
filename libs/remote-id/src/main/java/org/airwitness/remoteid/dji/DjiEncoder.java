package org.airwitness.remoteid.dji;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Encodes DJI DroneID as {@link DjiDecoder} reads it: for simulators, tests and test transmitters.
 *
 * <p>A {@code null} value is written as zero; whether a value counts is for the {@link DjiState},
 * which is written as it is. Numbers go to the nearest step: 1e-7 radians (0.64 m), 0.01 m/s and
 * 0.01 degrees; altitude and height are written as sent, so their raw values decide. Findings and
 * payload are not written.
 *
 * <p>Every method throws {@link IllegalArgumentException} for a value the layout cannot carry.
 */
public final class DjiEncoder {
  /** The organisation under which most aircraft of DJI are heard. */
  private static final int ORGANISATION = 0x263712;

  private DjiEncoder() {}

  /** Encodes a telemetry body, from its version byte on: 75 bytes of version 1, 87 of version 2. */
  public static byte[] encodeBody(DjiTelemetry telemetry) {
    return BodyWriter.write(telemetry);
  }

  /** Encodes an OcuSync frame with its checksum; the telemetry is of version 2. */
  public static byte[] encodeOcuSync(DjiTelemetry telemetry) {
    if (telemetry.version() != BodyLayout.V2.version()) {
      throw new IllegalArgumentException("OcuSync carries version 2, was " + telemetry.version());
    }
    ByteBuffer frame = ByteBuffer.allocate(DjiDecoder.OCUSYNC_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    frame.put((byte) DjiDecoder.OCUSYNC_LENGTH).put((byte) DjiDecoder.TELEMETRY);
    frame.put(encodeBody(telemetry));
    frame.putShort((short) OcuSyncCrc.of(frame.array(), 0, DjiDecoder.OCUSYNC_CRC));
    return frame.array();
  }

  /** Encodes the vendor element of telemetry, from its organisation's three bytes on. */
  public static byte[] encodeElement(DjiTelemetry telemetry) {
    return element(DjiDecoder.TELEMETRY, encodeBody(telemetry));
  }

  /** Encodes the vendor element of a flight text, from its organisation's three bytes on. */
  public static byte[] encodeElement(DjiFlightText text) {
    return element(DjiDecoder.FLIGHT_TEXT, FlightTextFormat.write(text));
  }

  private static byte[] element(int subcommand, byte[] content) {
    return ByteBuffer.allocate(DjiDecoder.ELEMENT_HEADER_BYTES + content.length)
        .putShort((short) (ORGANISATION >> 8))
        .put((byte) ORGANISATION)
        .putShort((short) (DjiDecoder.ELEMENT_TYPE >> 8))
        .put((byte) DjiDecoder.ELEMENT_TYPE)
        .put((byte) subcommand)
        .put(content)
        .array();
  }
}
