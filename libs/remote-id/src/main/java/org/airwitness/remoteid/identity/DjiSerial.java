package org.airwitness.remoteid.identity;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The rule that joins DJI's own serial numbers, as DroneID carries them, to Remote ID serial
 * numbers: manufacturer code 1581, length code, own serial number. Some DroneID carriers include
 * the length code, some do not. Inferred from captures, not published by DJI.
 */
final class DjiSerial {
  private static final String MANUFACTURER = "1581";
  private static final int MIN_CHARS = 5;
  private static final int MAX_OWN_CHARS = 15;
  private static final int CLASSIC_CHARS = 14;
  private static final int WITH_LENGTH_CODE_CHARS = 16;

  private DjiSerial() {}

  /** The identity behind a cleaned text of DroneID. */
  static Identity identify(String text) {
    if (isWholeSerial(text)) {
      return serial(text, Identity.Confidence.NORMAL);
    }
    if (!isAlphabet(text) || text.length() < MIN_CHARS) {
      return Canonicalisation.identity(DroneId.Kind.UNCLASSIFIED, text);
    }
    return switch (text.length()) {
      case CLASSIC_CHARS -> serial(withLengthCode(text), Identity.Confidence.NORMAL);
      case WITH_LENGTH_CODE_CHARS ->
          startsWithItsLength(text)
              ? serial(MANUFACTURER + text, Identity.Confidence.NORMAL)
              : own(text);
      default -> text.length() <= MAX_OWN_CHARS ? guess(text) : unclassified(text);
    };
  }

  /**
   * Whether the text already is a Remote ID serial number. Only DJI's manufacturer code counts: one
   * in 34 of DJI's own serial numbers has the form of somebody's serial number by accident.
   */
  private static boolean isWholeSerial(String text) {
    return text.startsWith(MANUFACTURER) && SerialNumber.check(text) == SerialNumber.Form.OK;
  }

  private static Identity guess(String text) {
    DroneId withCode = serialId(withLengthCode(text));
    if (!startsWithItsLength(text)) {
      return new Identity(withCode, Set.of(), Identity.Confidence.LOW);
    }
    Set<DroneId> candidates = new LinkedHashSet<>();
    candidates.add(withCode);
    candidates.add(serialId(MANUFACTURER + text));
    DroneId own = new DroneId(DroneId.Kind.DJI, text);
    return new Identity(own, candidates, Identity.Confidence.LOW);
  }

  private static String withLengthCode(String text) {
    return MANUFACTURER + Integer.toHexString(text.length()).toUpperCase(Locale.ROOT) + text;
  }

  private static boolean startsWithItsLength(String text) {
    return SerialNumber.lengthOf(text.charAt(0)) == text.length() - 1;
  }

  private static boolean isAlphabet(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!SerialNumber.isAllowed(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static Identity serial(String text, Identity.Confidence confidence) {
    return new Identity(serialId(text), Set.of(), confidence);
  }

  private static DroneId serialId(String text) {
    return new DroneId(DroneId.Kind.SERIAL, new SerialNumber(text).text());
  }

  private static Identity own(String text) {
    return Canonicalisation.identity(DroneId.Kind.DJI, text);
  }

  private static Identity unclassified(String text) {
    return Canonicalisation.identity(DroneId.Kind.UNCLASSIFIED, text);
  }
}
