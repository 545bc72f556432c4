package org.airwitness.remoteid.french;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Ranges;
import org.jspecify.annotations.Nullable;

/**
 * Encodes French electronic identification as {@link FrenchDecoder} reads it: for simulators, tests
 * and test transmitters. Records go out in the order of their types, strangers last; a {@code null}
 * value has no record, a text too short for its record is padded with NUL. Findings and payload are
 * not written.
 */
public final class FrenchEncoder {
  private static final int MAX_RECORD_BYTES = FrenchDecoder.HEADER_BYTES + 0xFF;

  private final ByteBuffer records;

  private FrenchEncoder(int maxRecords) {
    records = ByteBuffer.allocate(maxRecords * MAX_RECORD_BYTES);
  }

  /**
   * Encodes the records, positions to the nearest 1e-5 degrees.
   *
   * @throws IllegalArgumentException for a value the layout cannot carry
   */
  public static byte[] encode(FrenchIdentification identification) {
    FrenchEncoder encoder =
        new FrenchEncoder(RecordType.values().length + identification.strangers().size());
    encoder.u8(RecordType.PROTOCOL_VERSION, identification.protocolVersion());
    encoder.text(RecordType.FRENCH_ID, identification.frenchId());
    encoder.text(RecordType.SERIAL, identification.serial());
    encoder.position(RecordType.LATITUDE, RecordType.LONGITUDE, identification.position());
    encoder.i16(RecordType.ALTITUDE, identification.altitudeAmslM());
    encoder.i16(RecordType.HEIGHT, identification.heightM());
    encoder.position(
        RecordType.TAKEOFF_LATITUDE,
        RecordType.TAKEOFF_LONGITUDE,
        identification.takeoffPosition());
    encoder.u8(RecordType.GROUND_SPEED, identification.groundSpeedMps());
    Ranges.require("courseDeg", identification.courseDeg(), 0, 359);
    encoder.i16(RecordType.COURSE, identification.courseDeg());
    identification.strangers().forEach(encoder::stranger);
    return Arrays.copyOf(encoder.records.array(), encoder.records.position());
  }

  private void u8(RecordType type, @Nullable Integer value) {
    Ranges.require(type.name(), value, 0, 0xFF);
    if (value != null) {
      write(type, new byte[] {value.byteValue()});
    }
  }

  private void i16(RecordType type, @Nullable Integer value) {
    Ranges.require(type.name(), value, Short.MIN_VALUE, Short.MAX_VALUE);
    if (value != null) {
      write(type, ByteBuffer.allocate(Short.BYTES).putShort(value.shortValue()).array());
    }
  }

  private void text(RecordType type, @Nullable String text) {
    Ranges.requireText(type.name(), text, type.maxBytes());
    if (text != null) {
      byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
      write(type, Arrays.copyOf(ascii, Math.max(ascii.length, type.minBytes())));
    }
  }

  private void position(RecordType latitude, RecordType longitude, @Nullable LatLon position) {
    if (position != null) {
      i32(latitude, steps(position.latE7()));
      i32(longitude, steps(position.lonE7()));
    }
  }

  private static int steps(int e7) {
    return (int) Math.round((double) e7 / FrenchDecoder.E7_PER_STEP);
  }

  private void i32(RecordType type, int value) {
    write(type, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
  }

  private void stranger(FrenchIdentification.Stranger stranger) {
    Ranges.require("type", stranger.type(), 0, 0xFF);
    Ranges.require("bytes of a value", stranger.value().length(), 0, 0xFF);
    write(stranger.type(), stranger.value().toArray());
  }

  private void write(RecordType type, byte[] value) {
    write(type.code(), value);
  }

  private void write(int type, byte[] value) {
    records.put((byte) type).put((byte) value.length).put(value);
  }
}
