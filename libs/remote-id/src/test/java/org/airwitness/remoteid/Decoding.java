package org.airwitness.remoteid;

import java.util.List;

/** Short ways to decode in tests. */
final class Decoding {
  private Decoding() {}

  static Frame frame(byte[] payload) {
    return (Frame) RemoteIdDecoder.decode(payload);
  }

  static Message message(byte[] payload) {
    return frame(payload).messages().getFirst();
  }

  static Location location(byte[] payload) {
    return (Location) message(payload);
  }

  static List<Reason> reasons(Decoded decoded) {
    return switch (decoded) {
      case Rejected rejected -> List.of(rejected.reason());
      case Frame frame -> frame.findings().stream().map(Finding::reason).toList();
    };
  }

  static List<Reason> reasons(byte[] payload) {
    return reasons(RemoteIdDecoder.decode(payload));
  }

  /** A copy of a payload with one byte replaced. */
  static byte[] with(byte[] payload, int at, int value) {
    byte[] changed = payload.clone();
    changed[at] = (byte) value;
    return changed;
  }
}
