package org.airwitness.airspace;

import java.util.List;

/**
 * A published zone that cannot be used: kept and listed, never evaluated.
 *
 * @param path place in the document, as in {@link Issue}
 * @param key identity in its source; its identifier may be empty
 * @param name name for people, as far as one was published
 * @param reasons the errors that keep it out, at least one
 * @param raw the zone as published
 */
public record QuarantinedZone(
    String path, ZoneKey key, String name, List<Issue> reasons, String raw) {
  public QuarantinedZone {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a zone is quarantined for at least one reason: " + key);
    }
  }
}
