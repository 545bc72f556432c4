package org.airwitness.airspace;

/** What decides when a zone applies. */
public enum Activation {
  /** The published periods. */
  BY_DATA,
  /**
   * A NOTAM that is not part of the document: the zone is known and shown, never active by itself.
   */
  BY_NOTAM,
  /** Nothing: the zone is listed and never asked about, so no {@link ZoneIndex} holds it. */
  NEVER
}
