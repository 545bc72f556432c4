package org.airwitness.ingest.core;

import java.util.Optional;
import java.util.regex.Pattern;
import org.airwitness.platform.agency.AgencyId;

/**
 * Name of a sensor: the agency it belongs to and its id there.
 *
 * @param sensor 1 to 32 lower-case letters, digits and hyphens, beginning with a letter or digit
 */
public record SensorKey(AgencyId agency, String sensor) {
  private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

  public SensorKey {
    if (!FORM.matcher(sensor).matches()) {
      throw new IllegalArgumentException(
          "A sensor id has 1 to 32 characters a-z, 0-9 and '-', beginning with a letter or digit");
    }
  }

  /** Reads {@code sensor@agency}, the user name of a sensor; empty when it has another form. */
  public static Optional<SensorKey> parse(String username) {
    int at = username.indexOf('@');
    if (at < 0) {
      return Optional.empty();
    }
    String sensor = username.substring(0, at);
    String agency = username.substring(at + 1);
    return FORM.matcher(sensor).matches() && AgencyId.isValid(agency)
        ? Optional.of(new SensorKey(new AgencyId(agency), sensor))
        : Optional.empty();
  }

  /** Returns {@code sensor@agency}. */
  public String username() {
    return sensor + "@" + agency;
  }

  @Override
  public String toString() {
    return username();
  }
}
