package org.airwitness.remoteid.dji;

import org.airwitness.remoteid.Bytes;

/** What the decoder made of DroneID: telemetry, flight text, or the reason why there is neither. */
public sealed interface DjiDecoded permits DjiTelemetry, DjiFlightText, DjiRejected {

  /** The bytes that were decoded. */
  Bytes payload();
}
