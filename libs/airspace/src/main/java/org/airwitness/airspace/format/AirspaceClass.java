package org.airwitness.airspace.format;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.airwitness.airspace.Restriction;

/** What classes and types of airspace ask of a drone operator. */
final class AirspaceClass {
  private static final Set<String> PROHIBITED = Set.of("P", "PROHIBITED");
  private static final Set<String> AUTHORISED =
      Set.of("R", "RESTRICTED", "TRA", "TSA", "TFR", "CTR", "A", "B", "C");
  private static final Set<String> CONDITIONAL =
      Set.of(
          "Q", "DANGER", "ATZ", "MATZ", "TIZ", "RMZ", "TMZ", "TMA", "CTA", "HTZ", "ALERT",
          "WARNING", "MTA", "OFR", "N");

  /** A class of controlled airspace in OpenAir, a danger area in AIXM. */
  private static final String D = "D";

  private AirspaceClass() {}

  /** Restriction of an OpenAir record: its type decides where it says something, else its class. */
  static Restriction ofOpenAir(String airspaceClass, String type) {
    return find(type, Restriction.REQ_AUTHORISATION)
        .or(() -> find(airspaceClass, Restriction.REQ_AUTHORISATION))
        .orElse(Restriction.NO_RESTRICTION);
  }

  /** Restriction of an AIXM type. */
  static Restriction ofAixm(String type) {
    return find(type, Restriction.CONDITIONAL).orElse(Restriction.NO_RESTRICTION);
  }

  private static Optional<Restriction> find(String word, Restriction meaningOfD) {
    String upper = word.toUpperCase(Locale.ROOT);
    if (PROHIBITED.contains(upper)) {
      return Optional.of(Restriction.PROHIBITED);
    }
    if (AUTHORISED.contains(upper)) {
      return Optional.of(Restriction.REQ_AUTHORISATION);
    }
    if (CONDITIONAL.contains(upper)) {
      return Optional.of(Restriction.CONDITIONAL);
    }
    return upper.equals(D) ? Optional.of(meaningOfD) : Optional.empty();
  }
}
