package org.airwitness.ingest.core;

/**
 * Why ingest itself refuses a message or an item; the Remote ID codec adds its own reasons for
 * frames that do not decode. The code is also the metric tag.
 */
public enum RefusalReason {
  /** More than 256 KiB. */
  MESSAGE_TOO_LARGE("message-too-large"),
  /** Empty message. */
  MESSAGE_EMPTY("message-empty"),
  /** A compression the format has not. */
  COMPRESSION_NOT_SUPPORTED_YET("compression-not-supported-yet"),
  /** Compressed data that is damaged or cut short. */
  COMPRESSION_INVALID("compression-invalid"),
  /** Compressed data that becomes too large. */
  COMPRESSION_LIMIT("compression-limit"),
  /** Not JSON. */
  JSON_SYNTAX("json-syntax"),
  /** A key twice in one object. */
  JSON_DUPLICATE_KEY("json-duplicate-key"),
  /** Nested too deep, or a string too long. */
  JSON_LIMIT("json-limit"),
  /** JSON, but not what the format has there. */
  JSON_SHAPE("json-shape"),
  /** More items than a message may have. */
  TOO_MANY_ITEMS("too-many-items"),
  /** Content of another known format. */
  OTHER_FORMAT("other-format"),
  /** A kind of object the format does not have. */
  UNKNOWN_OBJECT("unknown-object"),
  /** A version of the format that is not known. */
  VERSION_NOT_SUPPORTED("version-not-supported"),
  /** The message names another sensor. */
  SENSOR_MISMATCH("sensor-mismatch"),
  /** A key that is neither defined nor begins with x-. */
  UNKNOWN_KEY("unknown-key"),
  /** A required field is absent. */
  FIELD_MISSING("field-missing"),
  /** A field has a value that is not allowed. */
  FIELD_INVALID("field-invalid"),
  /** A number out of the range its field has. */
  FIELD_RANGE("field-range"),
  /** Not a transmitter address. */
  ADDRESS_INVALID("address-invalid"),
  /** Hexadecimal text of odd length, too long, or with other characters. */
  HEX_INVALID("hex-invalid"),
  /** Not base64. */
  BASE64_INVALID("base64-invalid"),
  /** A frame format that a later version will decode. */
  FORMAT_NOT_SUPPORTED_YET("format-not-supported-yet"),
  /** The link check of the frame failed: counted, not kept. */
  LINK_CRC("link-crc"),
  /** Neither a transmitter address nor an identifier. */
  UNIDENTIFIED("unidentified"),
  /** A site's broker: the topic names a sensor that is not registered. */
  UNKNOWN_SENSOR("unknown-sensor"),
  /** A site's broker: an old message it had kept. */
  RETAINED("retained"),
  /** A batch number that was used for other content. */
  SEQUENCE_CONFLICT("sequence-conflict"),
  /** A defect of ours; the message is kept. */
  INTERNAL_ERROR("internal-error");

  private final String code;

  RefusalReason(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
