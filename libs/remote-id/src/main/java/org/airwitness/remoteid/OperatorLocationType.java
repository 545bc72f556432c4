package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** Where an operator position comes from (ASTM F3411, System message). */
public enum OperatorLocationType implements Coded {
  /** The place of take-off. */
  TAKEOFF(0),
  /** The position of the operator, measured now. */
  LIVE_GNSS(1),
  /** A place entered beforehand. */
  FIXED(2);

  private static final CodeTable<OperatorLocationType> TABLE = CodeTable.of(values());

  private final int code;

  OperatorLocationType(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable OperatorLocationType ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
