package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/** An altitude on the wire: unsigned 16 bit, half metres above -1000 m, 0 for unknown. */
final class AltitudeFormat {
  private static final double STEP_M = 0.5;
  private static final double START_M = -1000;

  private AltitudeFormat() {}

  static @Nullable Double read(Field field, byte[] bytes, int at, Screen screen) {
    return screen.altitudeM(field, LittleEndian.u16(bytes, at) * STEP_M + START_M);
  }

  /** The altitude in metres, NaN for unknown; no code is illegal. */
  static double peek(byte[] bytes, int at) {
    int raw = LittleEndian.u16(bytes, at);
    return raw == 0 ? Double.NaN : raw * STEP_M + START_M;
  }

  static void write(@Nullable Double altitudeM, byte[] bytes, int at) {
    int raw = altitudeM == null ? 0 : (int) Math.round((altitudeM - START_M) / STEP_M);
    LittleEndian.put16(bytes, at, raw);
  }
}
