package org.airwitness.zone.core;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** How far an import is. */
public enum ImportState {
  QUEUED,
  READING,
  /** Comparing with the edition in force. */
  CHECKING,
  STORING,
  DONE,
  /** Nothing has been changed, and the reason is told. */
  REFUSED,
  /** It could not be finished for reasons that are not the document's. */
  FAILED;

  /** How an import can have ended. */
  public static final Set<ImportState> ENDED = Set.copyOf(EnumSet.range(DONE, FAILED));

  /** Name in answers and in the database. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
