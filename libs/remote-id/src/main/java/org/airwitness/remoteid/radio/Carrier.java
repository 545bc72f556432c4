package org.airwitness.remoteid.radio;

/** The kind of radio frame a payload came in. */
public enum Carrier {
  WIFI_BEACON,
  WIFI_NAN,
  /** Bluetooth 4 advertising: room for one message. */
  BLUETOOTH_LEGACY,
  /** Bluetooth 5 extended advertising, as used on the long-range PHY. */
  BLUETOOTH_EXTENDED
}
