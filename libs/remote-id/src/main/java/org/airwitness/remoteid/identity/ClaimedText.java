package org.airwitness.remoteid.identity;

import java.util.Locale;
import java.util.Optional;

/** Cleans a claimed identifier: steps 1 and 2 of the canonical rules. */
final class ClaimedText {
  private static final int MIN_CHARS = 5;
  private static final String[] FEED_PREFIXES = {"DRONE-", "RID-", "DJI-"};
  private static final String[] PLACEHOLDER_PREFIXES = {"DRONE-ALERT", "MAC-", "FEED-"};

  private ClaimedText() {}

  /** The text in capital letters without feed prefixes; empty if it is no identity. */
  static Optional<String> find(String claimed) {
    int nul = claimed.indexOf('\0');
    String text = (nul < 0 ? claimed : claimed.substring(0, nul)).strip();
    if (text.length() > DroneId.MAX_VALUE_CHARS || !isPrintable(text)) {
      return Optional.empty();
    }
    return strip(text.toUpperCase(Locale.ROOT));
  }

  private static Optional<String> strip(String text) {
    if (isPlaceholder(text)) {
      return Optional.empty();
    }
    for (String prefix : FEED_PREFIXES) {
      if (text.startsWith(prefix)) {
        return strip(text.substring(prefix.length()).strip());
      }
    }
    return Optional.of(text);
  }

  private static boolean isPlaceholder(String text) {
    if (text.length() < MIN_CHARS || text.equals("UNKNOWN") || isZeros(text)) {
      return true;
    }
    for (String prefix : PLACEHOLDER_PREFIXES) {
      if (text.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isZeros(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '0') {
        return false;
      }
    }
    return true;
  }

  static boolean isPrintable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) > 0x7E) {
        return false;
      }
    }
    return true;
  }
}
