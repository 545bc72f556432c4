package org.airwitness.remoteid;

/** Reads and writes the little-endian numbers of Remote ID messages. */
final class LittleEndian {
  private LittleEndian() {}

  static int u8(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  static int u16(byte[] bytes, int at) {
    return u8(bytes, at) | u8(bytes, at + 1) << 8;
  }

  static int i32(byte[] bytes, int at) {
    return u16(bytes, at) | u16(bytes, at + 2) << 16;
  }

  static long u32(byte[] bytes, int at) {
    return i32(bytes, at) & 0xFFFF_FFFFL;
  }

  static double f32(byte[] bytes, int at) {
    return Float.intBitsToFloat(i32(bytes, at));
  }

  static double f64(byte[] bytes, int at) {
    return Double.longBitsToDouble(u32(bytes, at) | (long) i32(bytes, at + 4) << 32);
  }

  static void put16(byte[] bytes, int at, int value) {
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
  }

  static void put32(byte[] bytes, int at, int value) {
    put16(bytes, at, value);
    put16(bytes, at + 2, value >> 16);
  }
}
