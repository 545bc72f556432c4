package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The classification scheme of an aircraft (ASD-STAN prEN 4709-002, System message). */
public enum Classification implements Coded {
  UNDECLARED(0),
  EUROPEAN_UNION(1);

  private static final CodeTable<Classification> TABLE = CodeTable.of(values());

  private final int code;

  Classification(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable Classification ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
