package org.airwitness.remoteid;

/** Why a frame, a message or a field is malformed; one constant for each way to be so. */
public enum Reason {
  /** No byte at all. */
  EMPTY_PAYLOAD("empty-payload", Rule.PACK_SHAPE),
  /** A single message of fewer than 25 bytes. */
  MESSAGE_TRUNCATED("message-truncated", Rule.PACK_SHAPE),
  /** A message pack of fewer than 3 bytes. */
  PACK_HEADER_TRUNCATED("pack-header-truncated", Rule.PACK_SHAPE),
  /** A message pack whose message size is not 25. */
  PACK_SIZE_BYTE("pack-size-byte", Rule.PACK_SHAPE),
  /** A message pack that announces more than 9 messages. */
  PACK_COUNT("pack-count", Rule.PACK_SHAPE),
  /** A message pack with fewer bytes than it announces. */
  PACK_TRUNCATED("pack-truncated", Rule.PACK_SHAPE),
  /** A message pack that announces no message. */
  EMPTY_PACK("empty-pack", Rule.EMPTY_PACK),
  /** A message pack inside a message pack. */
  NESTED_PACK("nested-pack", Rule.PACK_SHAPE),
  /** A second message of one kind in a pack; the kind of a Basic ID includes its ID type. */
  DUPLICATE_MESSAGE("duplicate-message", Rule.PACK_SHAPE),
  /** A message type from 6 to 14. */
  RESERVED_MESSAGE_TYPE("reserved-message-type", Rule.RESERVED_ENUM),
  /** A protocol version from 3 to 15. */
  RESERVED_VERSION("reserved-version", Rule.RESERVED_ENUM),
  /** A code the standard has not assigned. */
  RESERVED_ENUM("reserved-enum", Rule.RESERVED_ENUM),
  /** Reserved bytes that are not zero. */
  RESERVED_BYTES("reserved-bytes", Rule.RESERVED_BYTES),
  /** Latitude beyond a pole. */
  LATITUDE_RANGE("latitude-range", Rule.RANGE),
  /** Longitude beyond 180 degrees. */
  LONGITUDE_RANGE("longitude-range", Rule.RANGE),
  /** A course above 360 degrees. */
  DIRECTION_RANGE("direction-range", Rule.RANGE),
  /** A course of 180 degrees or more without the E/W bit; the course itself is clear. */
  DIRECTION_SEGMENT("direction-segment", Rule.RANGE),
  /** Ground speed below 0 or above 254.25 m/s. */
  GROUND_SPEED_RANGE("ground-speed-range", Rule.RANGE),
  /** Vertical speed beyond 62 m/s. */
  VERTICAL_SPEED_RANGE("vertical-speed-range", Rule.RANGE),
  /** Altitude or height outside -999.5 to 31767.5 m. */
  ALTITUDE_RANGE("altitude-range", Rule.RANGE),
  /** A time of more than 3600 s after the hour. */
  TIME_RANGE("time-range", Rule.RANGE),
  /** An area radius above 2550 m. */
  AREA_RADIUS_RANGE("area-radius-range", Rule.RANGE),
  /** A text with a byte outside 0x20 to 0x7E before its first NUL. */
  TEXT_NOT_PRINTABLE("text-not-printable", Rule.TEXT),
  /** A text of a receiver's feed that is longer than its message could carry. */
  TEXT_TOO_LONG("text-too-long", Rule.TEXT),
  /** An authentication page or last page above 15. */
  AUTH_PAGE("auth-page", Rule.AUTH_SHAPE),
  /** More authentication data announced than its pages can hold. */
  AUTH_LENGTH("auth-length", Rule.AUTH_SHAPE),
  /** A receiver structure whose length is that of another build. */
  STRUCT_LENGTH("struct-length", Rule.STRUCT_SHAPE);

  private final String code;
  private final String rule;

  Reason(String code, String rule) {
    this.code = code;
    this.rule = rule;
  }

  /** A stable name in kebab case, fit to be a metric tag. */
  public String code() {
    return code;
  }

  /** The plausibility rule this reason belongs to, for example {@code frame.pack-shape}. */
  public String rule() {
    return rule;
  }

  private static final class Rule {
    static final String PACK_SHAPE = "frame.pack-shape";
    static final String EMPTY_PACK = "frame.empty-pack";
    static final String RESERVED_ENUM = "frame.reserved-enum";
    static final String RESERVED_BYTES = "frame.reserved-bytes";
    static final String RANGE = "frame.range";
    static final String TEXT = "frame.text";
    static final String AUTH_SHAPE = "frame.auth-shape";
    static final String STRUCT_SHAPE = "frame.struct-shape";
  }
}
