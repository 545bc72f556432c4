package org.airwitness.remoteid.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The public part of an EU operator registration number (EN 4709-02): a country of 3 capital
 * letters (ISO 3166-1 alpha-3), 12 characters and a check character, each of them a digit or a
 * small letter.
 *
 * <p>The check character also covers 3 secret characters that are never broadcast, so a number
 * heard on the air has at best the right form; {@link #isGenuine} needs the secret.
 */
public record OperatorRegistration(String text) {
  private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz";
  private static final int COUNTRY_CHARS = 3;
  private static final int PUBLIC_CHARS = 16;
  private static final int CHECK = PUBLIC_CHARS - 1;
  private static final int SECRET_CHARS = 3;
  private static final char SECRET_SEPARATOR = '-';
  private static final String MASK = "-***";
  private static final Set<String> COUNTRIES =
      Set.copyOf(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3));

  /** How a text stands to the form. */
  public enum Form {
    /** The public 16 characters. Not the same as valid. */
    FORM_OK,
    /** The public part and the secret, which should not have been sent. */
    SECRET_DISCLOSED,
    /** Not an EN 4709-02 number; it may be a national one. */
    OTHER
  }

  /**
   * @throws IllegalArgumentException unless the text has the public form
   */
  public OperatorRegistration {
    if (!isPublicForm(text)) {
      throw new IllegalArgumentException("not the public form of an EN 4709-02 number");
    }
  }

  /** The registration in a text as broadcast; a disclosed secret is left out. */
  public static Optional<OperatorRegistration> find(String text) {
    return check(text) == Form.OTHER
        ? Optional.empty()
        : Optional.of(new OperatorRegistration(text.substring(0, PUBLIC_CHARS)));
  }

  /** How a text stands to the form. */
  public static Form check(String text) {
    if (text.length() < PUBLIC_CHARS || !isPublicForm(text.substring(0, PUBLIC_CHARS))) {
      return Form.OTHER;
    }
    if (text.length() == PUBLIC_CHARS) {
      return Form.FORM_OK;
    }
    String secret = text.substring(PUBLIC_CHARS + 1);
    return text.charAt(PUBLIC_CHARS) == SECRET_SEPARATOR && isSecret(secret)
        ? Form.SECRET_DISCLOSED
        : Form.OTHER;
  }

  /**
   * A text fit to be stored and shown: whatever follows the hyphen behind 16 characters is masked,
   * whether or not the rest follows the form; any other text stays as it is.
   */
  public static String mask(String text) {
    boolean mayHoldSecret =
        text.length() > PUBLIC_CHARS + 1 && text.charAt(PUBLIC_CHARS) == SECRET_SEPARATOR;
    return mayHoldSecret ? text.substring(0, PUBLIC_CHARS) + MASK : text;
  }

  /**
   * The check character over the 12 characters behind the country and the 3 secret ones: Luhn
   * modulo 36.
   *
   * @throws IllegalArgumentException unless both hold digits and small letters only, 12 and 3
   */
  public static char checkCharacter(String base, String secret) {
    if (base.length() != CHECK - COUNTRY_CHARS || !isSecret(secret) || !isAlphabet(base)) {
      throw new IllegalArgumentException(
          "needs 12 characters and 3 secret ones, digits and small letters");
    }
    String covered = base + secret;
    int sum = 0;
    for (int i = 0; i < covered.length(); i++) {
      int product = ALPHABET.indexOf(covered.charAt(i)) * (i % 2 == 0 ? 2 : 1);
      sum += product / ALPHABET.length() + product % ALPHABET.length();
    }
    return ALPHABET.charAt(Math.floorMod(-sum, ALPHABET.length()));
  }

  /** Whether the check character fits the secret; false for anything that is no secret. */
  public boolean isGenuine(String secret) {
    return isSecret(secret)
        && checkCharacter(text.substring(COUNTRY_CHARS, CHECK), secret) == text.charAt(CHECK);
  }

  /** The country of registration, ISO 3166-1 alpha-3. */
  public String country() {
    return text.substring(0, COUNTRY_CHARS);
  }

  private static boolean isPublicForm(String text) {
    return text.length() == PUBLIC_CHARS
        && COUNTRIES.contains(text.substring(0, COUNTRY_CHARS))
        && isAlphabet(text.substring(COUNTRY_CHARS));
  }

  private static boolean isSecret(String text) {
    return text.length() == SECRET_CHARS && isAlphabet(text);
  }

  private static boolean isAlphabet(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (ALPHABET.indexOf(text.charAt(i)) < 0) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return text;
  }
}
