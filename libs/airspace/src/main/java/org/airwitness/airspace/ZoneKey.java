package org.airwitness.airspace;

import java.util.UUID;

/**
 * Identity of a published zone, the same in every edition of its source.
 *
 * @param source where the document comes from; chosen by the caller, unique per agency and feed
 * @param country ISO 3166-1 alpha-3, empty when not published
 * @param identifier the publisher's identifier, opaque and case-sensitive
 * @param ordinal position among the zones of the document with the same country and identifier,
 *     from 0
 */
public record ZoneKey(String source, String country, String identifier, int ordinal) {
  /** Zone id derived from this key; an unchanged key keeps its id in the next edition. */
  public UUID toUuid() {
    return StableId.of("zone", source, country, identifier, Integer.toString(ordinal));
  }
}
