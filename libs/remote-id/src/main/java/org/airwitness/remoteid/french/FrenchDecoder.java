package org.airwitness.remoteid.french;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Field;
import org.airwitness.remoteid.Finding;
import org.airwitness.remoteid.LatLon;
import org.airwitness.remoteid.Reason;
import org.airwitness.remoteid.Screen;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the records of French electronic identification: each a type, a length and a big-endian
 * value, in any order.
 *
 * <p>Never throws on any bytes. A malformed record does not discard the others; one that runs past
 * the end ends the reading.
 */
public final class FrenchDecoder {
  static final int HEADER_BYTES = 2;
  private static final int PROTOCOL_VERSION = 1;
  static final int E7_PER_STEP = 100;

  private final byte[] bytes;
  private final Map<RecordType, ByteBuffer> records = new EnumMap<>(RecordType.class);
  private final List<FrenchIdentification.Stranger> strangers = new ArrayList<>(0);
  private final List<Finding> findings = new ArrayList<>(0);
  private final Screen screen = new Screen(Finding.WHOLE_FRAME, findings);

  private FrenchDecoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Decodes records, from the type of the first one on. */
  public static FrenchDecoded decode(byte[] records) {
    Bytes payload = Bytes.of(records);
    if (records.length == 0) {
      return new FrenchRejected(Reason.EMPTY_PAYLOAD, payload);
    }
    FrenchDecoder decoder = new FrenchDecoder(records);
    decoder.collect();
    return decoder.records.isEmpty()
        ? new FrenchRejected(Reason.FRENCH_NO_CONTENT, payload)
        : decoder.identification(payload);
  }

  private void collect() {
    int at = 0;
    while (at < bytes.length) {
      int length = at + 1 < bytes.length ? bytes[at + 1] & 0xFF : 0;
      if (at + HEADER_BYTES + length > bytes.length) {
        screen.report(Reason.FRENCH_TRUNCATED, Field.RECORD, bytes[at] & 0xFF);
        return;
      }
      collect(bytes[at] & 0xFF, at + HEADER_BYTES, length);
      at += HEADER_BYTES + length;
    }
  }

  private void collect(int code, int at, int length) {
    RecordType type = RecordType.find(code);
    if (type == null) {
      screen.report(Reason.FRENCH_RECORD_TYPE, Field.RECORD, code);
      Bytes value = Bytes.copyOf(bytes, at, length);
      strangers.add(new FrenchIdentification.Stranger(code, value));
    } else if (!type.allows(length)) {
      screen.report(Reason.FRENCH_LENGTH, type.field(), length);
    } else if (records.putIfAbsent(type, ByteBuffer.wrap(bytes, at, length).slice()) != null) {
      screen.report(Reason.FRENCH_DUPLICATE, type.field(), code);
    }
  }

  private FrenchIdentification identification(Bytes payload) {
    return new FrenchIdentification(
        protocolVersion(),
        text(RecordType.FRENCH_ID),
        text(RecordType.SERIAL),
        position(RecordType.LATITUDE, RecordType.LONGITUDE),
        i16(RecordType.ALTITUDE),
        i16(RecordType.HEIGHT),
        position(RecordType.TAKEOFF_LATITUDE, RecordType.TAKEOFF_LONGITUDE),
        u8(RecordType.GROUND_SPEED),
        course(),
        strangers,
        findings,
        payload);
  }

  private @Nullable Integer protocolVersion() {
    Integer version = u8(RecordType.PROTOCOL_VERSION);
    if (version != null && version != PROTOCOL_VERSION) {
      screen.report(Reason.FRENCH_VERSION, Field.VERSION, version);
    }
    return version;
  }

  private @Nullable String text(RecordType type) {
    ByteBuffer value = records.get(type);
    return value == null
        ? null
        : screen.text(type.field(), bytes, value.arrayOffset(), value.capacity());
  }

  private @Nullable LatLon position(RecordType latitude, RecordType longitude) {
    ByteBuffer lat = records.get(latitude);
    ByteBuffer lon = records.get(longitude);
    if (lat != null && lon != null) {
      return screen.positionE7(
          (long) lat.getInt(0) * E7_PER_STEP,
          (long) lon.getInt(0) * E7_PER_STEP,
          latitude.field(),
          longitude.field());
    }
    if (lat != null) {
      screen.report(Reason.FRENCH_HALF_POSITION, latitude.field(), lat.getInt(0));
    }
    if (lon != null) {
      screen.report(Reason.FRENCH_HALF_POSITION, longitude.field(), lon.getInt(0));
    }
    return null;
  }

  private @Nullable Integer course() {
    ByteBuffer value = records.get(RecordType.COURSE);
    if (value == null) {
      return null;
    }
    int deg = Short.toUnsignedInt(value.getShort(0));
    if (deg > 360) {
      screen.report(Reason.DIRECTION_RANGE, Field.COURSE, deg);
      return null;
    }
    return deg % 360;
  }

  private @Nullable Integer u8(RecordType type) {
    ByteBuffer value = records.get(type);
    return value == null ? null : Byte.toUnsignedInt(value.get(0));
  }

  private @Nullable Integer i16(RecordType type) {
    ByteBuffer value = records.get(type);
    return value == null ? null : (int) value.getShort(0);
  }
}
