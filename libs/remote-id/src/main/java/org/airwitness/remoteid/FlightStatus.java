package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The operational status an aircraft declares (ASTM F3411, Location message). */
public enum FlightStatus implements Coded {
  UNDECLARED(0),
  GROUND(1),
  AIRBORNE(2),
  EMERGENCY(3),
  /** Since F3411-22a. */
  REMOTE_ID_SYSTEM_FAILURE(4);

  private static final CodeTable<FlightStatus> TABLE = CodeTable.of(values());

  private final int code;

  FlightStatus(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable FlightStatus ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
