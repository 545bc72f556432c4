package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * What an operator identifier is (ASTM F3411, Operator ID message).
 *
 * <p>Several codes share the meaning {@link #PRIVATE}, so messages carry the code itself.
 */
public enum OperatorIdType {
  OPERATOR_ID,
  /** Private use, codes 201 to 255. */
  PRIVATE;

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable OperatorIdType ofCode(int code) {
    return switch (code) {
      case 0 -> OPERATOR_ID;
      default -> code >= 201 && code <= 255 ? PRIVATE : null;
    };
  }
}
