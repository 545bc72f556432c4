package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** What kind of identifier a Basic ID carries (ASTM F3411, Basic ID message). */
public enum IdType implements Coded {
  /** No identifier is announced. */
  NONE(0),
  /** Serial number, ANSI/CTA-2063-A. */
  SERIAL_NUMBER(1),
  /** Registration issued by a civil aviation authority. */
  CAA_REGISTRATION(2),
  /** UUID assigned by UAS traffic management. */
  UTM_UUID(3),
  /** Identifier valid for one flight. */
  SPECIFIC_SESSION(4);

  private static final CodeTable<IdType> TABLE = CodeTable.of(values());

  private final int code;

  IdType(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable IdType ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
