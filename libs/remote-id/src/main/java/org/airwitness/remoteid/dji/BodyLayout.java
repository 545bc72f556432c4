package org.airwitness.remoteid.dji;

import org.jspecify.annotations.Nullable;

/** Where the fields of a telemetry body lie; those up to the vertical speed lie alike in both. */
enum BodyLayout {
  V1(1, 75, 43, 45, 53),
  V2(2, 87, 39, 57, 65);

  static final int SEQUENCE = 1;
  static final int STATE = 3;
  static final int SERIAL = 5;
  static final int SERIAL_BYTES = 16;
  static final int LONGITUDE = 21;
  static final int LATITUDE = 25;
  static final int ALTITUDE = 29;
  static final int HEIGHT = 31;
  static final int SPEED_NORTH = 33;
  static final int SPEED_EAST = 35;
  static final int SPEED_UP = 37;
  static final int V1_PITCH = 39;
  static final int V1_ROLL = 41;
  static final int V2_APP_TIME = 41;
  static final int V2_APP_LATITUDE = 49;
  static final int V2_APP_LONGITUDE = 53;
  static final int ACCOUNT_BYTES = 20;

  private final int version;
  private final int bytes;
  private final int yaw;
  private final int home;
  private final int product;

  BodyLayout(int version, int bytes, int yaw, int home, int product) {
    this.version = version;
    this.bytes = bytes;
    this.yaw = yaw;
    this.home = home;
    this.product = product;
  }

  static @Nullable BodyLayout find(int version) {
    return switch (version) {
      case 1 -> V1;
      case 2 -> V2;
      default -> null;
    };
  }

  int version() {
    return version;
  }

  int bytes() {
    return bytes;
  }

  int yaw() {
    return yaw;
  }

  int homeLongitude() {
    return home;
  }

  int homeLatitude() {
    return home + 4;
  }

  int product() {
    return product;
  }

  int accountLength() {
    return product + 1;
  }

  int account() {
    return product + 2;
  }
}
