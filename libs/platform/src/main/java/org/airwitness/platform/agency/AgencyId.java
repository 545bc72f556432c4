package org.airwitness.platform.agency;

import java.util.regex.Pattern;

/**
 * Identifier of an agency (the tenant): 2 to 63 lower-case letters, digits and hyphens, beginning
 * with a letter or digit.
 */
public record AgencyId(String value) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

  /**
   * Owner of what the platform shares with agencies. It is no agency: no token, sensor or record
   * can act for it, and {@link #isValid} refuses it.
   */
  public static final AgencyId SHARED = new AgencyId("~shared");

  public AgencyId {
    if (!FORM.matcher(value).matches() && !value.equals("~shared")) {
      throw new IllegalArgumentException(
          "An agency id has 2 to 63 characters a-z, 0-9 and '-', beginning with a letter or digit");
    }
  }

  public static boolean isValid(String text) {
    return FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
