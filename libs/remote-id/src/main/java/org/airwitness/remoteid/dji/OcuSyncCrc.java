package org.airwitness.remoteid.dji;

/**
 * The checksum of an OcuSync frame: CRC-16 with the polynomial 0x1021, reflected, the register
 * starting at 0x3692 and not inverted at the end.
 */
final class OcuSyncCrc {
  private static final int START = 0x3692;
  private static final int REFLECTED_POLYNOMIAL = 0x8408;

  private OcuSyncCrc() {}

  static int of(byte[] bytes, int offset, int length) {
    int register = START;
    for (int i = offset; i < offset + length; i++) {
      register ^= bytes[i] & 0xFF;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        int shifted = register >> 1;
        register = (register & 1) == 0 ? shifted : shifted ^ REFLECTED_POLYNOMIAL;
      }
    }
    return register;
  }
}
