package org.airwitness.remoteid.dji;

import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Reason;

/**
 * DroneID that says nothing: encrypted, blank, damaged or cut short. Nothing in it is a position, a
 * serial number or a model.
 *
 * @param reason why
 */
public record DjiRejected(Reason reason, Bytes payload) implements DjiDecoded {

  /**
   * Whether a DJI transmitter was heard all the same: the bytes are whole, but encrypted, blank or
   * garbled. Worth counting and drawing as a ring around the sensor, never as a position.
   */
  public boolean isEmission() {
    return switch (reason) {
      case DJI_BLANK,
          DJI_HEADER,
          DJI_CRC,
          DJI_SUBCOMMAND,
          DJI_VERSION,
          DJI_SERIAL,
          DJI_POSITION,
          DJI_SPEED,
          DJI_NO_CONTENT ->
          true;
      default -> false;
    };
  }
}
