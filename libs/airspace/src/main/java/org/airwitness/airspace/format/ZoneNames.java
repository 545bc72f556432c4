package org.airwitness.airspace.format;

import java.util.HashMap;
import java.util.Map;
import org.airwitness.airspace.Severity;
import org.airwitness.airspace.ZoneKey;

/** Keys of the zones of one document: numbers repeated identifiers in document order. */
final class ZoneNames {
  private final String source;
  private final Issues issues;
  private final Map<ZoneKey, Integer> used = new HashMap<>();

  ZoneNames(String source, Issues issues) {
    this.source = source;
    this.issues = issues;
  }

  /** Next key for this identifier; a repetition is reported at the path of the identifier. */
  ZoneKey next(String country, String identifier, String path) {
    ZoneKey key = nextOfMany(country, identifier);
    if (key.ordinal() > 0) {
      issues.add(
          path,
          "ID_DUPLICATE",
          Severity.INFO,
          "identifier used " + (key.ordinal() + 1) + " times: " + identifier);
    }
    return key;
  }

  /** Next key for an identifier that is meant to repeat. */
  ZoneKey nextOfMany(String country, String identifier) {
    int ordinal = used.merge(new ZoneKey(source, country, identifier, 0), 1, Integer::sum) - 1;
    return new ZoneKey(source, country, identifier, ordinal);
  }
}
