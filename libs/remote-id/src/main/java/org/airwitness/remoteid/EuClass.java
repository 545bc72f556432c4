package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The EU class identification label of an aircraft (ASD-STAN prEN 4709-002, System message). */
public enum EuClass implements Coded {
  UNDECLARED(0),
  C0(1),
  C1(2),
  C2(3),
  C3(4),
  C4(5),
  C5(6),
  C6(7);

  private static final CodeTable<EuClass> TABLE = CodeTable.of(values());

  private final int code;

  EuClass(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable EuClass ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
