package org.airwitness.remoteid.french;

import org.airwitness.remoteid.Field;
import org.jspecify.annotations.Nullable;

/** The records of French identification and how long each is. */
enum RecordType {
  PROTOCOL_VERSION(1, 1, 1, Field.VERSION),
  FRENCH_ID(2, 30, 30, Field.FRENCH_ID),
  SERIAL(3, 6, 20, Field.UAS_ID),
  LATITUDE(4, 4, 4, Field.LATITUDE),
  LONGITUDE(5, 4, 4, Field.LONGITUDE),
  ALTITUDE(6, 2, 2, Field.ALTITUDE),
  HEIGHT(7, 2, 2, Field.HEIGHT),
  TAKEOFF_LATITUDE(8, 4, 4, Field.TAKEOFF_LATITUDE),
  TAKEOFF_LONGITUDE(9, 4, 4, Field.TAKEOFF_LONGITUDE),
  GROUND_SPEED(10, 1, 1, Field.GROUND_SPEED),
  COURSE(11, 2, 2, Field.COURSE);

  private final int code;
  private final int minBytes;
  private final int maxBytes;
  private final Field field;

  RecordType(int code, int minBytes, int maxBytes, Field field) {
    this.code = code;
    this.minBytes = minBytes;
    this.maxBytes = maxBytes;
    this.field = field;
  }

  static @Nullable RecordType find(int code) {
    for (RecordType type : values()) {
      if (type.code == code) {
        return type;
      }
    }
    return null;
  }

  int code() {
    return code;
  }

  int minBytes() {
    return minBytes;
  }

  int maxBytes() {
    return maxBytes;
  }

  boolean allows(int length) {
    return length >= minBytes && length <= maxBytes;
  }

  Field field() {
    return field;
  }
}
