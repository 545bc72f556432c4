package org.airwitness.remoteid;

import org.jspecify.annotations.Nullable;

/**
 * What a Self-ID text is (ASTM F3411, Self-ID message).
 *
 * <p>Several codes share the meaning {@link #PRIVATE}, so messages carry the code itself.
 */
public enum DescriptionType {
  TEXT,
  /** Since F3411-22a. */
  EMERGENCY,
  /** Since F3411-22a. */
  EXTENDED_STATUS,
  /** Private use, codes 201 to 255. */
  PRIVATE;

  /** The meaning of a code, {@code null} if it is reserved. */
  public static @Nullable DescriptionType ofCode(int code) {
    return switch (code) {
      case 0 -> TEXT;
      case 1 -> EMERGENCY;
      case 2 -> EXTENDED_STATUS;
      default -> code >= 201 && code <= 255 ? PRIVATE : null;
    };
  }
}
