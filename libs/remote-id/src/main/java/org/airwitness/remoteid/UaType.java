package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** The kind of unmanned aircraft (ASTM F3411, Basic ID message). */
public enum UaType implements Coded {
  NOT_DECLARED(0),
  AEROPLANE(1),
  /** Helicopter or multirotor. */
  HELICOPTER_OR_MULTIROTOR(2),
  GYROPLANE(3),
  /** Fixed wing that can take off vertically. */
  HYBRID_LIFT(4),
  ORNITHOPTER(5),
  GLIDER(6),
  KITE(7),
  FREE_BALLOON(8),
  CAPTIVE_BALLOON(9),
  AIRSHIP(10),
  /** Unpowered free fall or parachute. */
  FREE_FALL_OR_PARACHUTE(11),
  ROCKET(12),
  TETHERED_POWERED(13),
  GROUND_OBSTACLE(14),
  OTHER(15);

  private static final CodeTable<UaType> TABLE = CodeTable.of(values());

  private final int code;

  UaType(int code) {
    this.code = code;
  }

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable UaType ofCode(int code) {
    return TABLE.at(code);
  }

  @Override
  public int code() {
    return code;
  }
}
