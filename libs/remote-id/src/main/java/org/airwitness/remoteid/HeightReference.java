package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** What a height is measured from (ASTM F3411, Location message). */
public enum HeightReference implements Coded {
  /** The place of take-off. */
  TAKEOFF(0),
  /** The ground below the aircraft. */
  GROUND(1);

  private static final CodeTable<HeightReference> TABLE = CodeTable.of(values());

  private final int code;

  HeightReference(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable HeightReference ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
