package org.airwitness.ingest.core.format;

import java.util.Locale;
import org.airwitness.ingest.core.Transport;
import org.jspecify.annotations.Nullable;

/** Names that receivers give radio technologies. */
final class Transports {
  private Transports() {}

  /** Returns the technology of a name, whatever its case and punctuation. */
  static Transport of(@Nullable String name) {
    String plain = name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return switch (plain) {
      case "ble", "blelegacy", "bt4", "bt4legacy", "btlegacy", "bluetoothlegacy" ->
          Transport.BLUETOOTH_LEGACY;
      case "blelongrange",
          "blecoded",
          "bt5",
          "bt5lr",
          "bt5lrextended",
          "btlr",
          "bluetoothlongrange" ->
          Transport.BLUETOOTH_LONG_RANGE;
      case "wifibeacon", "beacon" -> Transport.WIFI_BEACON;
      case "wifinan", "nan", "wifiaction" -> Transport.WIFI_NAN;
      case "droneidwifi", "djiwifi" -> Transport.DJI_WIFI;
      case "droneidrf", "djiocusync", "ocusync" -> Transport.DJI_OCUSYNC;
      default -> Transport.UNKNOWN;
    };
  }
}
