package org.airwitness.airspace;

/** What a zone asks of a drone operator (EUROCAE ED-269 and ED-318). */
public enum Restriction {
  PROHIBITED(4),
  REQ_AUTHORISATION(3),
  CONDITIONAL(2),
  USPACE(2),
  NO_RESTRICTION(0);

  private final int rank;

  Restriction(int rank) {
    this.rank = rank;
  }

  /** Severity for ordering, 4 the strictest; the higher one is reported first. */
  public int rank() {
    return rank;
  }

  /** True unless the zone is context only. */
  public boolean raisesEvents() {
    return this != NO_RESTRICTION;
  }
}
