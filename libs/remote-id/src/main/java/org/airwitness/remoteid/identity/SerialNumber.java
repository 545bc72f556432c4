package org.airwitness.remoteid.identity;

import java.util.Locale;
import java.util.Optional;

/**
 * A serial number of an unmanned aircraft (ANSI/CTA-2063-A): a manufacturer code of 4 characters, a
 * length code, and 1 to 15 characters of the manufacturer's own; digits and capital letters without
 * I and O.
 */
public record SerialNumber(String text) {
  /** Characters of the manufacturer code. */
  public static final int MANUFACTURER_CHARS = 4;

  private static final int OWN_PART = MANUFACTURER_CHARS + 1;
  private static final int MIN_CHARS = 6;
  private static final int MAX_CHARS = 20;

  /** How a text stands to the rules. */
  public enum Form {
    OK,
    /** Only the letters are small; {@link #find} accepts it. */
    LOWER_CASE,
    /** Fewer than 6 or more than 20 characters. */
    WRONG_LENGTH,
    /** A character that is not a digit or a letter other than I and O. */
    WRONG_CHARACTER,
    /** The fifth character is not 1 to 9 or A to F. */
    WRONG_LENGTH_CODE,
    /** The length code does not match the characters behind it. */
    LENGTH_MISMATCH
  }

  /**
   * @throws IllegalArgumentException unless {@link #check} says {@link Form#OK}
   */
  public SerialNumber {
    Form form = check(text);
    if (form != Form.OK) {
      throw new IllegalArgumentException("not a CTA-2063-A serial number: " + form);
    }
  }

  /** The serial number in a text of either case; empty if the text is none. */
  public static Optional<SerialNumber> find(String text) {
    Form form = check(text);
    return form == Form.OK || form == Form.LOWER_CASE
        ? Optional.of(new SerialNumber(text.toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** How a text stands to the rules; the first fault counts. */
  public static Form check(String text) {
    if (text.length() < MIN_CHARS || text.length() > MAX_CHARS) {
      return Form.WRONG_LENGTH;
    }
    for (int i = 0; i < text.length(); i++) {
      if (!isAllowed(upper(text.charAt(i)))) {
        return Form.WRONG_CHARACTER;
      }
    }
    int announced = lengthOf(upper(text.charAt(MANUFACTURER_CHARS)));
    if (announced == 0) {
      return Form.WRONG_LENGTH_CODE;
    }
    if (announced != text.length() - OWN_PART) {
      return Form.LENGTH_MISMATCH;
    }
    return hasLowerCase(text) ? Form.LOWER_CASE : Form.OK;
  }

  /** Who made the aircraft, 4 characters, for example {@code 1581}. */
  public String manufacturerCode() {
    return text.substring(0, MANUFACTURER_CHARS);
  }

  /** The manufacturer's own part, 1 to 15 characters. */
  public String ownPart() {
    return text.substring(OWN_PART);
  }

  /** Whether a serial number may hold this character. */
  static boolean isAllowed(char character) {
    return (character >= '0' && character <= '9')
        || (character >= 'A' && character <= 'Z' && character != 'I' && character != 'O');
  }

  /** The length a code announces, 0 if it is no length code. */
  static int lengthOf(char code) {
    if (code >= '1' && code <= '9') {
      return code - '0';
    }
    return code >= 'A' && code <= 'F' ? code - 'A' + 10 : 0;
  }

  private static boolean hasLowerCase(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (upper(text.charAt(i)) != text.charAt(i)) {
        return true;
      }
    }
    return false;
  }

  private static char upper(char character) {
    return character >= 'a' && character <= 'z' ? (char) (character - 'a' + 'A') : character;
  }

  @Override
  public String toString() {
    return text;
  }
}
