package org.airwitness.remoteid.dji;

import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a pilot wrote about the flight (DroneID over Wi-Fi, subcommand 0x11). The texts are whatever
 * the sender liked.
 *
 * @param serial DJI's own serial number, 1 to 16 printable ASCII characters
 * @param flightId identification of the flight or pilot, 1 to 10 printable ASCII characters
 * @param purpose purpose of the flight, 1 to 10 printable ASCII characters
 * @param rest the bytes behind the serial number, for layouts other than the known one
 */
public record DjiFlightText(
    String serial,
    @Nullable String flightId,
    @Nullable String purpose,
    Bytes rest,
    List<Finding> findings,
    Bytes payload)
    implements DjiDecoded {

  public DjiFlightText {
    findings = List.copyOf(findings);
  }
}
