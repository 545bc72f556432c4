package org.airwitness.remoteid.identity;

import java.util.Set;

/**
 * What an aircraft is known by, and what else it may be known by.
 *
 * @param id the primary key
 * @param aliases other names the same aircraft may carry; never holds {@code id}
 * @param confidence how sure the primary key is
 */
public record Identity(DroneId id, Set<DroneId> aliases, Confidence confidence) {

  /** How sure an identity is. */
  public enum Confidence {
    NORMAL,
    /** A guess: two tracks must not be merged on it unless something else agrees. */
    LOW
  }

  public Identity {
    aliases = Set.copyOf(aliases);
    if (aliases.contains(id)) {
      throw new IllegalArgumentException(id + " is its own alias");
    }
  }

  static Identity of(DroneId id) {
    return new Identity(id, Set.of(), Confidence.NORMAL);
  }
}
