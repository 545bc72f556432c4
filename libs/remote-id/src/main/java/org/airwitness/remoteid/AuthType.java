package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * What an authentication message proves (ASTM F3411, Authentication message).
 *
 * <p>Several codes share the meaning {@link #PRIVATE}, so messages carry the code itself.
 */
public enum AuthType {
  NONE,
  UAS_ID_SIGNATURE,
  OPERATOR_ID_SIGNATURE,
  MESSAGE_SET_SIGNATURE,
  /** Authentication is provided by network Remote ID. */
  NETWORK_REMOTE_ID,
  /** The first data byte names the method, see {@link DripMethod}. */
  SPECIFIC_METHOD,
  /** Private use, codes 10 to 15. */
  PRIVATE;

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable AuthType ofCode(int code) {
    return switch (code) {
      case 0 -> NONE;
      case 1 -> UAS_ID_SIGNATURE;
      case 2 -> OPERATOR_ID_SIGNATURE;
      case 3 -> MESSAGE_SET_SIGNATURE;
      case 4 -> NETWORK_REMOTE_ID;
      case 5 -> SPECIFIC_METHOD;
      default -> code >= 10 && code <= 15 ? PRIVATE : null;
    };
  }
}
