package org.airwitness.ingest.core;

/** Radio technology of a frame. */
public enum Transport {
  UNKNOWN("unknown"),
  WIFI_BEACON("wifi-beacon"),
  WIFI_NAN("wifi-nan"),
  BLUETOOTH_LEGACY("bt4"),
  BLUETOOTH_LONG_RANGE("bt5"),
  DJI_WIFI("dji-wifi"),
  DJI_OCUSYNC("dji-ocusync"),
  FRENCH_WIFI("fr-wifi");

  private final String label;

  Transport(String label) {
    this.label = label;
  }

  /** Short name, as in the native format and in address identities. */
  public String label() {
    return label;
  }
}
