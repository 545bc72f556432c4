package org.airwitness.airspace;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One UAS geographical zone: where, how high, when and what it asks.
 *
 * @param id identity inside the system
 * @param key identity in its source
 * @param name name for people
 * @param restriction what the zone asks
 * @param reasons why, without repetition
 * @param message the publisher's text for operators
 * @param applicability alternatives in time; empty means always
 * @param volumes at least one; a point is in the zone when it is in any of them
 * @param raw the zone as published, JSON text
 */
public record Zone(
    UUID id,
    ZoneKey key,
    String name,
    Restriction restriction,
    List<Reason> reasons,
    @Nullable String message,
    List<Applicability> applicability,
    List<Volume> volumes,
    String raw) {
  public Zone {
    reasons = List.copyOf(reasons);
    applicability = List.copyOf(applicability);
    volumes = List.copyOf(volumes);
    if (volumes.isEmpty()) {
      throw new IllegalArgumentException("a zone has at least one volume: " + key);
    }
  }

  /** True when the zone applies at that time. */
  public boolean activeAt(Instant time) {
    return applicability.isEmpty() || applicability.stream().anyMatch(a -> a.activeAt(time));
  }

  /** The same zone under another id. */
  public Zone withId(UUID newId) {
    return new Zone(newId, key, name, restriction, reasons, message, applicability, volumes, raw);
  }
}
