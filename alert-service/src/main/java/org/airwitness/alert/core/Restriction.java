package org.airwitness.alert.core;

import org.jspecify.annotations.Nullable;

/** What a zone asks of drones (ED-269, restriction), and how grave it is to be inside. */
public enum Restriction {
  PROHIBITED(Severity.CRITICAL),
  REQ_AUTHORISATION(Severity.MAJOR),
  CONDITIONAL(null),
  USPACE(null),
  NO_RESTRICTION(null);

  private final @Nullable Severity severity;

  Restriction(@Nullable Severity severity) {
    this.severity = severity;
  }

  /** Severity of an alert about a drone inside; null where its presence alone raises none. */
  public @Nullable Severity severityInside() {
    return severity;
  }
}
