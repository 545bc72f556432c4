package org.airwitness.airspace;

/** How much of a document an {@link Issue} affects. */
public enum Severity {
  /** Harmless, normalised without loss. */
  INFO,
  /** An interpretation was chosen. */
  WARN,
  /** This volume, period or zone is not usable; the rest of the document is. */
  ERROR,
  /** The whole document is refused. */
  FATAL
}
