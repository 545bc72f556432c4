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
  STRUCT_LENGTH("struct-length", Rule.STRUCT_SHAPE),
  /** A DroneID element, frame or body of fewer bytes than its layout has. */
  DJI_TRUNCATED("dji-truncated", Rule.DJI_SHAPE),
  /** A vendor element that is not one of DroneID. */
  DJI_ELEMENT("dji-element", Rule.DJI_SHAPE),
  /** DroneID flight text whose lengths do not fit its layout; kept raw. */
  DJI_TEXT_LENGTH("dji-text-length", Rule.DJI_SHAPE),
  /** A DroneID account identifier longer than its 20 bytes. */
  DJI_ACCOUNT_LENGTH("dji-account-length", Rule.DJI_SHAPE),
  /** A DroneID frame of zeros, as two firmware versions are known to send. */
  DJI_BLANK("dji-blank", Rule.DJI_BLANK),
  /** An OcuSync frame that does not begin as one of known layout, as encrypted ones do not. */
  DJI_HEADER("dji-header", Rule.DJI_UNDECODABLE),
  /** An OcuSync frame whose checksum fails. */
  DJI_CRC("dji-crc", Rule.DJI_UNDECODABLE),
  /** A DroneID element of neither telemetry nor text. */
  DJI_SUBCOMMAND("dji-subcommand", Rule.DJI_UNDECODABLE),
  /** DroneID telemetry of a version other than 1 and 2. */
  DJI_VERSION("dji-version", Rule.DJI_UNDECODABLE),
  /** A DroneID serial number with a byte outside 0x20 to 0x7E before its first NUL. */
  DJI_SERIAL("dji-serial", Rule.DJI_UNDECODABLE),
  /** An aircraft position of DroneID that is not on Earth. */
  DJI_POSITION("dji-position", Rule.DJI_UNDECODABLE),
  /** A DroneID speed above 100 m/s. */
  DJI_SPEED("dji-speed", Rule.DJI_UNDECODABLE),
  /** DroneID with neither serial number nor position. */
  DJI_NO_CONTENT("dji-no-content", Rule.DJI_UNDECODABLE),
  /** A record of French identification that runs past the end. */
  FRENCH_TRUNCATED("french-truncated", Rule.FRENCH_SHAPE),
  /** A known record of French identification with a length that is not its own. */
  FRENCH_LENGTH("french-length", Rule.FRENCH_SHAPE),
  /** A second record of one type in French identification; the first one counts. */
  FRENCH_DUPLICATE("french-duplicate", Rule.FRENCH_SHAPE),
  /** A latitude without longitude in French identification, or the reverse. */
  FRENCH_HALF_POSITION("french-half-position", Rule.FRENCH_SHAPE),
  /** A protocol version of French identification other than 1. */
  FRENCH_VERSION("french-version", Rule.RESERVED_ENUM),
  /** A record type French identification has not assigned; kept raw. */
  FRENCH_RECORD_TYPE("french-record-type", Rule.RESERVED_ENUM),
  /** French identification without a single readable record. */
  FRENCH_NO_CONTENT("french-no-content", Rule.FRENCH_SHAPE),
  /** A radio frame, or an element of it, that runs past the end. */
  RADIO_TRUNCATED("radio-truncated", Rule.RADIO_SHAPE),
  /** A radio frame of a kind that never carries drone identification. */
  RADIO_KIND("radio-kind", Rule.RADIO_SHAPE),
  /** A radio frame of the right kind without drone identification: somebody else's. */
  RADIO_STRANGER("radio-stranger", Rule.RADIO_STRANGER);

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
    static final String DJI_SHAPE = "dji.shape";
    static final String DJI_BLANK = "dji.blank";
    static final String DJI_UNDECODABLE = "dji.undecodable";
    static final String FRENCH_SHAPE = "french.shape";
    static final String RADIO_SHAPE = "radio.shape";
    static final String RADIO_STRANGER = "radio.stranger";
  }
}
