package org.airwitness.remoteid.dji;

/**
 * What a DroneID sender says about itself and which of its values it vouches for.
 *
 * @param bits 16 bits as sent; those above 0x0800 have no known meaning
 */
public record DjiState(int bits) {

  /**
   * @throws IllegalArgumentException if the bits are not 0 to 0xFFFF
   */
  public DjiState {
    if (bits < 0 || bits > 0xFFFF) {
      throw new IllegalArgumentException("bits must be 0 to 65535, was " + bits);
    }
  }

  public boolean hasSerial() {
    return has(0x0001);
  }

  /** Whether the pilot asked not to be identified. */
  public boolean isPrivate() {
    return !has(0x0002);
  }

  public boolean hasHome() {
    return has(0x0004);
  }

  public boolean hasAccount() {
    return has(0x0008);
  }

  public boolean motorsOn() {
    return has(0x0010);
  }

  public boolean isAirborne() {
    return has(0x0020);
  }

  public boolean hasPosition() {
    return has(0x0040);
  }

  public boolean hasAltitude() {
    return has(0x0080);
  }

  public boolean hasHeight() {
    return has(0x0100);
  }

  public boolean hasHorizontalSpeed() {
    return has(0x0200);
  }

  public boolean hasVerticalSpeed() {
    return has(0x0400);
  }

  public boolean hasAttitude() {
    return has(0x0800);
  }

  private boolean has(int bit) {
    return (bits & bit) != 0;
  }
}
