package org.airwitness.airspace.format;

import java.util.HashMap;
import java.util.Map;
import org.airwitness.airspace.ZoneKey;

/** Keys of the zones of one document: numbers repeated identifiers in document order. */
final class ZoneNames {
  private final String source;
  private final Map<ZoneKey, Integer> used = new HashMap<>();

  ZoneNames(String source) {
    this.source = source;
  }

  /** Next key for this identifier; a repetition is reported at the member that holds it. */
  ZoneKey next(String country, String identifier, JsonAt member) {
    int ordinal = used.merge(new ZoneKey(source, country, identifier, 0), 1, Integer::sum) - 1;
    if (ordinal > 0) {
      member.info("ID_DUPLICATE", "identifier used " + (ordinal + 1) + " times: " + identifier);
    }
    return new ZoneKey(source, country, identifier, ordinal);
  }
}
