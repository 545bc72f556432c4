package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The EU category of operation (ASD-STAN prEN 4709-002, System message). */
public enum EuCategory implements Coded {
  UNDECLARED(0),
  OPEN(1),
  SPECIFIC(2),
  CERTIFIED(3);

  private static final CodeTable<EuCategory> TABLE = CodeTable.of(values());

  private final int code;

  EuCategory(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable EuCategory ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
