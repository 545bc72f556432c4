package org.airwitness.alert.core;

/** What a rule makes of one event. */
sealed interface Verdict {
  record Changed(AlertChange change) implements Verdict {}

  record Ignored(IgnoreReason reason) implements Verdict {}
}
