package org.airwitness.remoteid.radio;

import java.util.List;
import org.airwitness.remoteid.Bytes;
import org.airwitness.remoteid.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What drone identification a radio frame carries.
 *
 * @param carrier the kind of frame; absent if it is none that carries drone identification
 * @param transmitter address of the sender in lower case, for example {@code 90:3a:e6:5b:c8:a8};
 *     absent where the frame does not tell
 * @param ssid network name of a beacon, not necessarily UTF-8; absent if hidden
 * @param payloads in the order of the frame; a beacon may carry several
 * @param faults why payloads are missing; never empty where there are none
 */
public record RadioFrame(
    @Nullable Carrier carrier,
    @Nullable String transmitter,
    @Nullable Bytes ssid,
    List<RadioPayload> payloads,
    List<Reason> faults) {

  public RadioFrame {
    payloads = List.copyOf(payloads);
    faults = List.copyOf(faults);
  }

  /** A frame without payload. */
  static RadioFrame without(@Nullable Carrier carrier, Reason fault) {
    return new RadioFrame(carrier, null, null, List.of(), List.of(fault));
  }

  /** The faults of a frame, that it carries nothing among them. */
  static List<Reason> faults(List<RadioPayload> payloads, boolean truncated) {
    if (truncated) {
      return List.of(Reason.RADIO_TRUNCATED);
    }
    return payloads.isEmpty() ? List.of(Reason.RADIO_STRANGER) : List.of();
  }
}
