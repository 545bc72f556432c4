package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * How the data of an authentication of type {@link AuthType#SPECIFIC_METHOD} is built (RFC 9575).
 */
public enum DripMethod {
  LINK,
  WRAPPER,
  MANIFEST,
  FRAME;

  /** The meaning of a code, {@code null} if it is none of DRIP's. */
  public static @Nullable DripMethod ofCode(int code) {
    return switch (code) {
      case 1 -> LINK;
      case 2 -> WRAPPER;
      case 3 -> MANIFEST;
      case 4 -> FRAME;
      default -> null;
    };
  }
}
